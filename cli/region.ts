import { IOT_CORE_REGIONS } from "../constraints/data/regions";
import { unknown } from "./arguments";
import { UsageProblem } from "./command";

/** `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`: new ones come, so that the form decides and no list. */
const FORM = /^[a-z]{2,8}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/;

/**
 * The Region of an option.
 *
 * @throws UsageProblem for a text that is none, with the nearest Region of AWS IoT Core, or all of them
 */
export function readRegion(text: string): string {
    if (text === "") throw new UsageProblem("--region needs the name of a Region");
    if (!FORM.test(text)) throw new UsageProblem(unknown("Region", text, IOT_CORE_REGIONS));
    return text;
}
