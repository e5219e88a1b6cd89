import type { Node, Statement } from "../../language";
import { messagePaths } from "../facts/expressions";

/**
 * Names given by AS in the SELECT list that these expressions read as if they were members of the message. A name that
 * the SELECT list itself reads from the message is one.
 */
export function aliasesRead(statement: Statement, expressions: readonly Node[]): string[] {
    const { items } = statement.select;
    const members = new Set(items.flatMap(({ expression }) => messagePaths(expression).map(([first]) => first)));
    const aliases = items
        .flatMap(({ alias }) => (alias ? [alias.segments] : []))
        .filter(([first]) => !members.has(first));
    const read = expressions.flatMap(messagePaths);
    const found = aliases.filter((alias) =>
        read.some((path) => alias.every((segment, index) => path[index] === segment)),
    );
    return [...new Set(found.map((segments) => segments.join(".")))];
}
