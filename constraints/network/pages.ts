import { page } from "../core/source";

export { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
export { VPC_DESTINATION } from "../destination/pages";

const VPC_GUIDE = "https://docs.aws.amazon.com/vpc/latest/userguide/";

export const SECURITY_GROUP_RULES = page("Security group rules", `${VPC_GUIDE}security-group-rules.html`);
export const NAT_GATEWAYS = page("NAT gateways", `${VPC_GUIDE}vpc-nat-gateway.html`);
export const PRIVATE_ZONES = page(
    "Private hosted zones",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
);
export const MSK_TROUBLESHOOTING = page(
    "Troubleshooting Amazon MSK",
    "https://docs.aws.amazon.com/msk/latest/developerguide/troubleshooting.html",
);
