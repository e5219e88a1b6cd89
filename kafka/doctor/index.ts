/**
 * Tries the Kafka client of a rule from where this runs, step by step: its stores, its KDC, names, ports, TLS, the login,
 * the cluster, the topic. Each failure has one code, one cause and one fix. Nothing is sent unless that is asked for.
 */
export { Deadline } from "../client/deadline";
export {
    type DoctorCode,
    type DoctorReport,
    type DoctorStep,
    failed,
    open,
    passed,
    type StepOfAction,
} from "./doctorStep";
export { type ActionToTry, type Examination, examine } from "./examine";
export { DOCTOR_RECORD } from "./produceStep";
