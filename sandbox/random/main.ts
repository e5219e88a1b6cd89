import { serve } from "../provider/serve";
import { RandomStandIn } from "./randomStandIn";

serve(new RandomStandIn(process.env.IOT_KAFKA_SANDBOX_FAULTS || undefined)).catch((error: Error) => {
    console.error(`The stand-in for the random provider could not start: ${error.message}`);
    process.exitCode = 1;
});
