import type { MockPlace } from "./place";

// biome-ignore lint/suspicious/noExplicitAny: inputs of every type of resource, as Pulumi hands them to mocks
export type Inputs = Record<string, any>;

/** A resource that is to be made, as a mock sees it. */
export interface Made {
    /** Its name in the program. */
    readonly name: string;
    readonly inputs: Inputs;
    readonly place: MockPlace;
}

/** What AWS would answer: the id of the resource, and its outputs beside its inputs. */
export interface Answer {
    readonly id: string;
    readonly outputs?: Inputs;
}

/** How resources are answered for, by their type tokens. */
export type Answers = Readonly<Record<string, (made: Made) => Answer>>;
