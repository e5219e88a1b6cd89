import type { KafkaAction } from "../facts/kafkaAction";
import { literalText } from "../facts/secretCall";
import { secretRead } from "../facts/secrets";
import { secretUseOf } from "../facts/secretUse";
import { secretNameOf } from "./secretName";

/** The name of the secret of the password; undefined for one of the stack that is associated, whose own name is judged. */
export function unassociatedSecret(action: KafkaAction): string | undefined {
    const call = action.secretCalls.find(({ property }) => property === "sasl.scram.password");
    const id = literalText(call?.secretId);
    if (id === undefined || id.trim() === "") return undefined;
    const made = secretRead(action, id);
    const uses = made === undefined ? undefined : secretUseOf(action.stack, made);
    return uses !== undefined && uses.associations.length > 0 ? undefined : secretNameOf(id);
}
