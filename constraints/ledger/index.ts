/**
 * What becomes of every requirement. Read by the documentation and by `iot-kafka explain`; components and policies have
 * no use for it and do not load it.
 */
export { LEDGER, LEDGER_SECTIONS, type LedgerSection } from "./ledger";
export type { LedgerEntry } from "./ledgerEntry";
export { ledgerPage } from "./ledgerPage";
export { type Settlement, settlementOf, settlements } from "./settlement";
export { troubleshootingPage } from "./troubleshootingPage";
