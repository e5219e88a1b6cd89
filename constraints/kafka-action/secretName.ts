import { parseArn } from "../facts/arn";

/** The friendly name of a secret, from its ARN or as it is: an ARN ends in the name, a hyphen and six characters. */
export function secretNameOf(id: string): string {
    const arn = parseArn(id);
    if (arn === undefined || !arn.resource.startsWith("secret:")) return id;
    return arn.resource.slice("secret:".length).replace(/-[A-Za-z0-9]{6}$/, "");
}
