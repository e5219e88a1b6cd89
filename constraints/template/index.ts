import type { Constraint } from "../core/constraint";
import { singleCallFunctions } from "./single-call-functions";
import { templateAlias } from "./template-alias";
import { templateElementSequence } from "./template-element-sequence";
import { templateEscapedDollar } from "./template-escaped-dollar";
import { templateExternalCall } from "./template-external-call";
import { templateLost } from "./template-lost";
import { templateProtobufDecode } from "./template-protobuf-decode";
import { templateSyntax } from "./template-syntax";
import { templateVariable } from "./template-variable";
import { templateWildcard } from "./template-wildcard";

/** What AWS documents about substitution templates. */
export const TEMPLATE_CONSTRAINTS: readonly Constraint[] = [
    templateSyntax,
    templateElementSequence,
    templateEscapedDollar,
    templateLost,
    templateAlias,
    templateVariable,
    templateProtobufDecode,
    templateWildcard,
    templateExternalCall,
    singleCallFunctions,
];
