import type { Version } from "./version";

/** A Pulumi command line that runs here. */
export interface Engine {
    /** The executable. */
    readonly file: string;
    readonly version: Version;
}

/** What a way to an engine may use and has to respect. */
export interface Surroundings {
    readonly environment: NodeJS.ProcessEnv;
    /** The cache folder: what is made in it must appear whole or not at all. */
    readonly cache: string;
    /** Tells the user what takes so long. */
    readonly say: (line: string) => void;
}

/** One way to an engine. Answers with why it led nowhere, in words that fit after the way's name and a colon. */
export interface Way {
    readonly name: string;
    find(surroundings: Surroundings): Promise<Engine | { readonly why: string }>;
}
