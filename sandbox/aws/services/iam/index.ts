import { policy, rolePolicy, rolePolicyAttachment } from "./policies";
import { role } from "./role";

export const iam = [role, rolePolicy, rolePolicyAttachment, policy];
