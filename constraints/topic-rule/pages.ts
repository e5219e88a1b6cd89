import { iotGuide } from "../core/source";

export const SQL_SELECT = iotGuide("iot-sql-select");
export const SQL_FROM = iotGuide("iot-sql-from");
export const SQL_WHERE = iotGuide("iot-sql-where");
export const SQL_SET = iotGuide("iot-sql-set");
export const SQL_JSON = iotGuide("iot-sql-json");
export const SQL_VERSIONS = iotGuide("iot-rule-sql-version");
export const SQL_FUNCTIONS_PAGE = iotGuide("iot-sql-functions");
export const TOPICS = iotGuide("topics");
export const BASIC_INGEST = iotGuide("iot-basic-ingest");
export const BINARY_PAYLOADS = iotGuide("binary-payloads");
