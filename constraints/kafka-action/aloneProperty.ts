import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import type { ClientProperty } from "../facts/clientProperties";
import type { KafkaAction } from "../facts/kafkaAction";
import { propertyPath } from "./enumerated";
import { isPresent } from "./requiredProperties";

/** Judges a property that means nothing without another one. */
export function checkAlone(action: KafkaAction, property: ClientProperty, needs: ClientProperty): Verdict | undefined {
    const other = isPresent(action, needs);
    if (other === true || isUnknown(other) || action.property(property) === undefined) return undefined;
    const value = action.property(property);
    const path = propertyPath(property);
    return isUnknown(value) ? undetermined(path) : violation(path, `${property} stands without ${needs}`);
}
