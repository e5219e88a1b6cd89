import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that the stand-in was sent. */
export interface Asked {
    readonly method: string;
    readonly path: string;
    readonly body: Buffer;
}

/** Stands in for Pulumi Cloud: takes policy packs and groups of an organisation, and remembers what it was asked. */
export interface Cloud {
    readonly address: string;
    readonly asked: readonly Asked[];
    close(): void;
}

export async function openCloud(organization: string): Promise<Cloud> {
    const asked: Asked[] = [];
    const server = createServer(async (request, response) => {
        const { method = "", url = "" } = request;
        const path = url.split("?")[0]!;
        asked.push({ method, path, body: await bodyOf(request) });
        const answer = answerTo(method, path, organization, addressOf());
        response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify(answer ?? { code: 404, message: `${method} ${path} is not known here` }));
    });
    const addressOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return { address: addressOf(), asked, close: () => server.close() };
}

function answerTo(method: string, path: string, organization: string, address: string): object | undefined {
    const packs = `/api/orgs/${organization}/policypacks`;
    if (path === "/api/user")
        return {
            githubLogin: "someone",
            name: "Someone",
            organizations: [{ githubLogin: organization, name: organization }],
        };
    if (path === "/api/user/organizations/default") return { githubLogin: organization };
    if (path === "/api/capabilities") return { capabilities: [] };
    if (path === "/api/cli/version") return { latestVersion: "3.0.0", oldestWithoutWarning: "3.0.0" };
    if (method === "POST" && path === packs) return { version: 1, uploadURI: `${address}/upload` };
    if (method === "PUT" && path === "/upload") return {};
    if (method === "POST" && path.startsWith(packs) && path.endsWith("/complete")) return {};
    return path.startsWith(`/api/orgs/${organization}/policygroups`) ? {} : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts);
}
