import { type EvaluationContext, explainRule, simulateText } from "../../simulator";
import type { Paint } from "../paint";
import { explanationText } from "./explanationText";
import { produceRecords } from "./produceRecords";
import type { Producer } from "./producer";
import type { ReadRules } from "./readRules";
import type { SimulateCall } from "./simulateCall";
import { indentedJson, resultsJson, type Simulated, simulationJson } from "./simulationJson";
import { simulationText } from "./simulationText";

/** What a call asks of each message, and the forms that it is told in. */
export class Simulator {
    constructor(
        readonly call: SimulateCall,
        private readonly read: ReadRules,
        private readonly context: Omit<EvaluationContext, "topic">,
    ) {}

    /** What becomes of a message in each of the rules. */
    simulate(payload: Uint8Array): readonly Simulated[] {
        const { topic, partitions, explain } = this.call;
        const options = { context: this.context, ...(partitions === undefined ? {} : { partitions }) };
        return this.read.rules.map((rule) => {
            const simulation = simulateText(rule, { topic, payload }, options);
            if (!explain) return { simulation };
            return { simulation, explanation: explainRule(rule, payload, { ...this.context, topic }) };
        });
    }

    /** The same, with the records sent. */
    async produce(payload: Uint8Array, producer: Producer): Promise<readonly Simulated[]> {
        return produceRecords(this.read.rules, this.simulate(payload), producer);
    }

    /** The one document about a message. */
    document(results: readonly Simulated[]): string {
        const { areSeveral, problems } = this.read;
        return areSeveral ? resultsJson(results, problems, "\n") : indentedJson(results[0]!);
    }

    /** The line about one of many messages. */
    line(results: readonly Simulated[]): string {
        return this.read.areSeveral ? resultsJson(results, []) : simulationJson(results[0]!);
    }

    text(results: readonly Simulated[], paint: Paint): string {
        const parts = results.map(({ simulation, explanation }) => {
            const text = simulationText(simulation, paint);
            return explanation === undefined ? text : `${text}\n\n${explanationText(explanation)}`;
        });
        return parts.join(this.call.message.kind === "lines" && !this.call.explain ? "\n" : "\n\n");
    }
}
