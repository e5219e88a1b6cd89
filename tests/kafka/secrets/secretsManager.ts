import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What AWS Secrets Manager answers a request; undefined for nothing at all. */
export type Answer = (body: string, authorization: string) => { status: number; body: unknown } | undefined;

/** Does something while AWS's SDK asks a server of this machine, with credentials that are none. */
export async function withSecretsManager<T>(answer: Answer, work: () => Promise<T>): Promise<T> {
    const server = createServer((request, response) => {
        let body = "";
        request.on("data", (bytes) => {
            body += bytes;
        });
        request.on("end", () => {
            const { status, body: given } = answer(body, request.headers.authorization ?? "") ?? {};
            if (status === undefined) return;
            response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
            response.end(JSON.stringify(given));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const environment = { ...process.env };
    Object.assign(process.env, {
        AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        AWS_ACCESS_KEY_ID: "id",
        AWS_SECRET_ACCESS_KEY: "key-of-aws",
    });
    try {
        return await work();
    } finally {
        server.closeAllConnections();
        server.close();
        for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
        Object.assign(process.env, environment);
    }
}
