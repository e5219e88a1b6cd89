import type { Path } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";
import type { Position } from "./text/position";

/** A file as it was given. */
export interface SourceFile {
    /** As it was given; `-` for standard input. */
    readonly file: string;
    readonly text: string;
}

/** What a file can be, as its content tells. */
export type SourceFormat =
    | "payload"
    | "cloudformation"
    | "terraform"
    | "pulumi-export"
    | "pulumi-preview"
    | "pulumi-plan"
    | "pulumi-events";

/** A place in a file, with a sentence about it. */
export interface SourceProblem extends Position {
    readonly file: string;
    /** A sentence, without the place. */
    readonly message: string;
}

/** A resource that is named, but of which not all could be read. */
export interface NotEvaluated {
    /** As findings would name it; the file where it is none of its resources. */
    readonly resource: string;
    /** Its type in the spelling of its source; `file` for a file. */
    readonly type: string;
    /** A sentence part: "its actions are made by the macro Plant". */
    readonly reason: string;
}

/** A resource of a file as facts, with the way back to the file. */
export interface SourceResource {
    /** In the common form. The id is unique over all files that were given. */
    readonly facts: ResourceFacts;
    /** How findings name it: a URN, a logical ID, an address, the file of a payload. */
    readonly resource: string;
    /** In the spelling of the source: `AWS::IoT::TopicRule`, `aws_iot_topic_rule`, `aws:iot/topicRule:TopicRule`. */
    readonly type: string;
    readonly file: string;
    /** How the source spells a path of the facts: `actions[0].kafka.clientProperties.acks`. */
    spell(path: Path): string;
    /** A text of a constraint, with properties and types in the names of the source. */
    word(text: string): string;
    /** A sentence about where the value at a path comes from, where a reader has to know it: the default of a parameter. */
    remark(path: Path): string | undefined;
    /** Where the value at a path of the facts stands, or what encloses it where nothing does. */
    locate(path: Path): Position;
}

/** What a file says. Whatever is wrong with it, what could be read is there. */
export interface SourceDocument {
    readonly file: string;
    /** Undefined where nothing is recognised. */
    readonly format: SourceFormat | undefined;
    readonly resources: readonly SourceResource[];
    readonly notEvaluated: readonly NotEvaluated[];
    /** By the name under which other templates import it: the ids of the resources behind it. */
    readonly exports?: ReadonlyMap<string, readonly string[]>;
    /** What was repaired. */
    readonly notes: readonly SourceProblem[];
    /** What makes the file unusable, as a whole or in parts. */
    readonly problems: readonly SourceProblem[];
}
