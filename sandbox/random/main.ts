import { serve } from "../provider/serve";
import { RandomStandIn } from "./randomStandIn";

serve(new RandomStandIn()).catch((error: Error) => {
    console.error(`The stand-in for the random provider could not start: ${error.message}`);
    process.exitCode = 1;
});
