import { all, type ComponentResourceOptions, type Input, type Output, output, type Resource } from "@pulumi/pulumi";

/** What a component depends on; the engine does not hand that down to its children. */
export function dependenciesOf(opts: ComponentResourceOptions | undefined): Input<Resource>[] {
    const given = opts?.dependsOn;
    if (given === undefined) return [];
    return Array.isArray(given) ? given : [given as Input<Resource>];
}

/**
 * A text that is known, but of use only when some resources are there: whatever is made of it is made after them, and
 * deleted before them. A URN is known before its resource is made, so the text stays known at preview.
 */
export function afterAll(text: Input<string>, resources: readonly Input<Resource>[]): Output<string> {
    const urns = resources.map((resource) => output(resource).apply((one) => (one as Resource).urn));
    return all([text, ...urns]).apply(([known]) => known!);
}
