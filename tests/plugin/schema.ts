import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/programs";

/** A property in a schema of Pulumi's, as far as it is looked at. */
export interface Property {
    readonly $ref?: string;
    readonly description?: string;
    readonly items?: Property;
    readonly additionalProperties?: Property;
}

export type Properties = Readonly<Record<string, Property>>;

export interface Schema {
    readonly name: string;
    readonly version: string;
    readonly types: Readonly<Record<string, { readonly properties?: Properties; readonly enum?: readonly object[] }>>;
    readonly resources: Readonly<
        Record<
            string,
            {
                readonly isComponent: boolean;
                readonly description?: string;
                readonly inputProperties: Properties;
                readonly properties: Properties;
            }
        >
    >;
}

/** The folder that Pulumi is given for other languages. */
export const PLUGIN = join(ROOT, "plugin");

/** The schema that is kept with it. */
export function committedSchema(): Schema {
    return JSON.parse(readFileSync(join(PLUGIN, "schema.json"), "utf8"));
}

/** Every argument of a component by its path; behind lists and maps come their entries. */
export function argumentsOf(schema: Schema, token: string): string[] {
    return pathsOf(schema, schema.resources[token]!.inputProperties, "");
}

function pathsOf(schema: Schema, properties: Properties, before: string): string[] {
    return Object.entries(properties).flatMap(([name, property]) => {
        const members = membersOf(schema, property);
        return [before + name, ...(members ? pathsOf(schema, members, `${before}${name}.`) : [])];
    });
}

function membersOf(schema: Schema, property: Property): Properties | undefined {
    const inner = property.items ?? property.additionalProperties;
    if (inner) return membersOf(schema, inner);
    const [, token] = property.$ref?.split("#/types/") ?? [];
    return token === undefined ? undefined : schema.types[token]?.properties;
}
