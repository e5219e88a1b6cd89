import { CATALOGUE, Judge, type StackFacts } from "../constraints";
import { action, KERBEROS, MUTUAL_TLS, PLAIN, rule, SCRAM } from "../constraints/examples/configurations";

export const about = "rules judged per second with all constraints, beside reading the same facts, and how it grows";

/** The aim is for the constraints of the Kafka action, its templates and what holds of every value. */
const AIM = 20_000;
const ACTION = CATALOGUE.filter(({ requirements }) => requirements.some((id) => /^(GEN|KAFKA|TPL|GS)-/.test(id)));
const SECONDS = 4;

/** Rules of all four modes, no two alike: each has its own topic, statement and name. */
function rules(count: number, actions = 1, brokers = 2): StackFacts[] {
    const modes = [SCRAM, MUTUAL_TLS, PLAIN, KERBEROS];
    return Array.from({ length: count }, (_, index) => {
        const mode = modes[index % modes.length]!;
        const list = Array.from({ length: brokers }, (_entry, broker) => `kafka-${broker}.plant${index}.example:9096`);
        const kafkas = Array.from({ length: actions }, (_entry, at) =>
            action({ ...mode, "bootstrap.servers": list.join(",") }, { topic: `telemetry-${index}-${at}` }),
        );
        return rule(kafkas, {
            name: `plant_${index}`,
            sql: `SELECT *, topic(2) AS id FROM 'plant${index}/+/telemetry'`,
        });
    });
}

/** How often a second `work` is done for each stack in turn, after as many seconds in which the code is compiled. */
function rate(stacks: readonly StackFacts[], work: (stack: StackFacts) => unknown, seconds = SECONDS): number {
    count(stacks, work, seconds);
    return count(stacks, work, seconds);
}

function count(stacks: readonly StackFacts[], work: (stack: StackFacts) => unknown, seconds: number): number {
    const since = performance.now();
    let done = 0;
    while (performance.now() - since < seconds * 1000) {
        for (const stack of stacks) work(stack);
        done += stacks.length;
    }
    return (done / (performance.now() - since)) * 1000;
}

export async function run(): Promise<void> {
    const judge = new Judge(CATALOGUE);
    const judging = (stack: StackFacts) => judge.judge(stack);
    const stacks = rules(1000);
    const all = rate(stacks, judging);
    const judgeOfActions = new Judge(ACTION);
    const ofActions = rate(stacks, (stack) => judgeOfActions.judge(stack));
    const floor = rate(stacks, (stack) => JSON.parse(JSON.stringify(stack)));
    console.log(`${stacks.length} different rules of four modes, one core, warm`);
    console.log(`  ${ACTION.length} constraints of the action ${ofActions.toFixed(0).padStart(8)} rules a second`);
    console.log(`  all ${CATALOGUE.length} constraints        ${all.toFixed(0).padStart(8)} rules a second`);
    console.log(
        `  JSON of the same facts     ${floor.toFixed(0).padStart(8)} rules a second, ${(floor / ofActions).toFixed(0)} x as many`,
    );
    console.log(`aim: ${AIM} rules a second: ${ofActions >= AIM ? "met" : "missed"}`);
    console.log("time for one rule, by its size");
    for (const [what, one, ten] of [
        ["Kafka actions", rules(20, 1), rules(20, 10)],
        ["brokers", rules(20, 1, 3), rules(20, 1, 300)],
    ] as const) {
        const ratio = rate(one, judging, 1) / rate(ten, judging, 1);
        const times = what === "brokers" ? "100 times as many" : "10 times as many";
        console.log(`  ${times} ${what}: ${ratio.toFixed(1)} x`);
    }
}
