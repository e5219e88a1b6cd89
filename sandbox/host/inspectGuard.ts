/**
 * Loaded before a program. In some versions of Node (20.20.2 is one) coloured `util.inspect` of an error takes most of a
 * minute and gigabytes when a line of the stack ends in `node_modules/@scope/file`: it looks for the end of a package's
 * name until a string is too long. The source maps of @pulumi/pulumi give every uncaught error of a program such a line
 * (`node_modules/@pulumi/resource.ts`), and the runner colours it. Such an error is shown without colour instead.
 */
import util, { type InspectOptions } from "node:util";

const ENDLESS = /node_modules[\\/]@[^\\/\n]*[\\/][^\\/\n]*$/m;

util.inspect = new Proxy(util.inspect, {
    apply(inspect, self, [value, options, ...others]: [unknown, InspectOptions | boolean | undefined, ...unknown[]]) {
        const colours = typeof options === "object" && options?.colors === true;
        const endless = colours && value instanceof Error && ENDLESS.test(String(value.stack));
        const safe = endless ? { ...options, colors: false } : options;
        return Reflect.apply(inspect, self, [value, safe, ...others]) as string;
    },
});
