import { statSync } from "node:fs";
import { basename } from "node:path";
import type { CommentDisplayPart, DocumentReflection, NormalizedPath } from "typedoc";

/**
 * The text of a page as it is meant: the generator reads it as a comment of a program, in which `{@name}` is a tag, and an
 * open brace hides a link behind it.
 */
export function contentOf(document: DocumentReflection): CommentDisplayPart[] {
    return document.content.flatMap((part): CommentDisplayPart[] => {
        if (part.kind === "inline-tag" && part.tag === "@name") return [{ kind: "text", text: "{@name}" }];
        // Without a language a block would be coloured as a program.
        if (part.kind === "code") return [{ kind: "code", text: part.text.replace(/^```\n/, "```text\n") }];
        return part.kind === "text" ? withLinks(document, part.text) : [part];
    });
}

/** The text of a page, once all pages are known: a folder that has no page is no place on the site. */
export function withoutFolders(document: DocumentReflection): CommentDisplayPart[] {
    const { files } = document.project;
    return document.content.map((part): CommentDisplayPart => {
        if (part.kind !== "relative-link" || part.target === undefined) return part;
        const place = files.resolve(part.target, document.project);
        return typeof place === "string" && statSync(place).isDirectory() ? { kind: "text", text: "#" } : part;
    });
}

function withLinks(document: DocumentReflection, text: string): CommentDisplayPart[] {
    const { files } = document.project;
    const file = files.getReflectionPath(document);
    if (file === undefined) return [{ kind: "text", text }];
    return text.split(/(?<=\]\()([\w./-]+\.md(?:#[\w-]+)?)(?=\))/).map((piece, index): CommentDisplayPart => {
        const link = index % 2 === 1 ? files.register(file, piece as NormalizedPath) : undefined;
        if (link === undefined) return { kind: "text", text: piece };
        return { kind: "relative-link", text: basename(piece), target: link.target, targetAnchor: link.anchor };
    });
}
