import type { DoctorReport, DoctorStep } from "../../kafka/doctor";
import type { Paint } from "../paint";

/** A report for people: a line for each step, and under what failed its cause and what to do. */
export function doctorText({ ok, steps }: DoctorReport, paint: Paint): string {
    const actions = [...new Set(steps.map(({ action }) => action))];
    const width = Math.max(...steps.map(({ step }) => step.length));
    const blocks = actions.map((action) => {
        const lines = steps.filter((step) => step.action === action).flatMap((step) => linesOf(step, width, paint));
        return [...(actions.length > 1 ? [paint.strong(`Kafka action ${action}`)] : []), ...lines].join("\n");
    });
    return [...blocks, summary(ok, steps, paint)].join("\n\n");
}

function linesOf({ step, target, ok, code, cause, fix }: DoctorStep, width: number, paint: Paint): string[] {
    const name = step.padEnd(width);
    if (ok === false) {
        return [
            `${paint.error("FAIL")}  ${name}  ${paint.strong(target)}  ${code}`,
            `      ${cause}`,
            `      ${paint.strong("fix")}: ${fix}`,
        ];
    }
    const mark = ok ? paint.good("ok  ") : paint.faint("-   ");
    const advice = ok && fix !== "" ? ` (${code}) ${fix}` : "";
    return [`${mark}  ${name}  ${target}  ${paint.faint(cause)}${advice}`];
}

function summary(ok: boolean, steps: readonly DoctorStep[], paint: Paint): string {
    const count = (wanted: boolean | null) => steps.filter((step) => step.ok === wanted).length;
    const [good, bad, open] = [count(true), count(false), count(null)];
    const text = `${good} good, ${bad} failed, ${open} not told`;
    return ok ? paint.good(`Records can arrive: ${text}`) : paint.error(`Records do not arrive: ${text}`);
}
