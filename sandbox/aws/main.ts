import { serve } from "../provider/serve";
import { AwsStandIn } from "./awsStandIn";
import { surroundingsOf } from "./settings";

serve(new AwsStandIn(surroundingsOf(process.env))).catch((error: Error) => {
    console.error(`The stand-in for AWS could not start: ${error.message}`);
    process.exitCode = 1;
});
