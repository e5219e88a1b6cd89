import { type ActionToTry, Deadline, examine } from "../../kafka/doctor";
import { asksForJson } from "../arguments";
import { type Command, EXIT, type ExitCode, type Terminal, UsageProblem } from "../command";
import { runAlone } from "../doctor/alone";
import { type DoctorCall, readDoctorCall } from "../doctor/doctorCall";
import { doctorText } from "../doctor/doctorText";
import { propertySteps } from "../doctor/propertySteps";
import { readActions } from "../doctor/readActions";
import { secretSteps } from "../doctor/secretSteps";
import { withoutSecretsIn } from "../doctor/withoutSecretsIn";
import { callProblem, describeProblem, type FileProblem } from "../fileProblem";
import { painter } from "../paint";
import { InputProblems } from "../simulate/inputProblems";

/** `iot-kafka doctor`: tries the Kafka client of a rule from where it runs. */
export const doctor: Command = {
    help: `iot-kafka doctor --rule FILE [--secrets FILE|aws] [--timeout MS] [--produce] [--format text|json]

  Tries the Kafka client of a rule step by step, from where it runs: best on a host in the destination's subnets.
  Each failure has one code, one cause and one fix. Nothing is sent.

  --rule FILE      a rule payload, a CloudFormation template, a Terraform plan or a Pulumi export or preview
  --secrets FILE   what get_secret reads: {"<secret id or ARN>": {"SecretString": "…"} or {"SecretBinary": "<base64>"}}
  --secrets aws    reads them from AWS Secrets Manager, with the credentials of this machine
  --timeout MS     for everything together, 10000 by default
  --produce        sends one record to the topic of each action

  KRB5_CONFIG names a krb5.conf whose KDCs go before sasl.kerberos.krb5.kdc.

  Exit codes: 0 records can arrive, 1 a step failed, 2 no rule could be read, 64 wrong usage.`,
    run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
    try {
        return await tryRule(readDoctorCall(args), terminal);
    } catch (error) {
        if (error instanceof InputProblems) return refuse(error.problems, EXIT.unusable, args, terminal);
        if (!(error instanceof UsageProblem) || !asksForJson(args)) throw error;
        return refuse([callProblem(error)], EXIT.usage, args, terminal);
    }
}

async function tryRule(call: DoctorCall, terminal: Terminal): Promise<ExitCode> {
    // Names are looked up on threads of which there are four: some that no name server answers for would hold up the others.
    process.env.UV_THREADPOOL_SIZE ??= "64";
    const deadline = deadlineOf(call);
    const found = readActions(call.rule);
    const findings = propertySteps(found);
    const secrets = await secretSteps(found.actions, call.secrets, deadline);
    const actions = found.actions.map((action, index): ActionToTry => {
        const { topic, partition, key } = action;
        const { properties, unresolved, steps } = secrets.get(action)!;
        return { index, properties, unresolved, topic, partition, key, before: [...findings.get(action)!, ...steps] };
    });
    const report = withoutSecretsIn(await examine(actions, { deadline, produce: call.produce }), actions);
    if (call.format === "json") terminal.out(JSON.stringify(report, null, 2));
    else terminal.out(doctorText(report, painter(terminal.colour)));
    return report.ok ? EXIT.ok : EXIT.findings;
}

/** Starting and printing take their part of the time, too. */
function deadlineOf({ timeout }: DoctorCall): Deadline {
    return new Deadline(Math.max(timeout / 2, timeout - 400));
}

/** With JSON, standard output holds one document also when nothing could be tried. */
function refuse(errors: readonly FileProblem[], code: ExitCode, args: readonly string[], terminal: Terminal): ExitCode {
    if (asksForJson(args)) terminal.out(JSON.stringify({ errors }, null, 2));
    for (const problem of errors) terminal.err(describeProblem(problem));
    return code;
}

// The bundle of this command is one file that runs by itself on a host where nothing else is installed.
if (require.main === module) runAlone(doctor);
