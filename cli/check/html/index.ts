export { htmlReport } from "./htmlReport";
