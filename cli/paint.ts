/** Colours of a report; without a terminal they do nothing. */
export interface Paint {
    readonly error: (text: string) => string;
    readonly warning: (text: string) => string;
    readonly good: (text: string) => string;
    readonly strong: (text: string) => string;
    readonly faint: (text: string) => string;
}

/** Painting with ANSI colours, or not at all. */
export function painter(colour: boolean): Paint {
    const style = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
    return {
        error: style(31, 39),
        warning: style(33, 39),
        good: style(32, 39),
        strong: style(1, 22),
        faint: style(2, 22),
    };
}
