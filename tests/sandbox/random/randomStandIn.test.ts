import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Properties, revealAll, UNKNOWN } from "../../../sandbox/provider/value";
import { RandomStandIn } from "../../../sandbox/random/randomStandIn";
import { RANDOM_TABLES } from "../../../sandbox/random/tables";

const PASSWORD = "random:index/randomPassword:RandomPassword";
const BYTES = "random:index/randomBytes:RandomBytes";
const ID = "random:index/randomId:RandomId";
const SDK = join(__dirname, "../../../node_modules/@pulumi/random");

const standIn = new RandomStandIn();

describe("The stand-in for the random provider", () => {
    for (const table of RANDOM_TABLES.values()) {
        it(`knows ${table.token} as @pulumi/random has it`, () => {
            const path = join(SDK, `${/\/(\w+):/.exec(table.token)?.[1]}.js`);
            assert.ok(existsSync(path));
            const source = readFileSync(path, "utf8");
            assert.match(source, new RegExp(`__pulumiType = '${table.token}'`));
            for (const name of [...table.required, ...table.computed, ...Object.keys(table.defaults)]) {
                assert.match(source, new RegExp(`resourceInputs\\["${name}"\\]`));
            }
            const secretOutputs = /additionalSecretOutputs: (\[.*?\])/.exec(source)?.[1] ?? "[]";
            const expected = (JSON.parse(secretOutputs) as string[]).filter((name) => name !== "bcryptHash");
            assert.deepEqual([...table.secrets].sort(), expected.sort());
        });
    }

    it("makes a password of the length and kinds asked for, as a secret", async () => {
        const inputs = { length: 24, special: false, minNumeric: 6, minUpper: 2 };
        const { id, state } = await create(PASSWORD, inputs);
        assert.equal(id, "none");
        assert.equal(typeof state.result, "object");
        const result = String(revealAll(state).result);
        assert.match(result, /^[A-Za-z0-9]{24}$/);
        assert.ok((result.match(/\d/g) ?? []).length >= 6);
        assert.ok((result.match(/[A-Z]/g) ?? []).length >= 2);
    });

    it("uses only the special characters it is given", async () => {
        const { state } = await create(PASSWORD, {
            length: 40,
            upper: false,
            lower: false,
            numeric: false,
            overrideSpecial: "_-",
        });
        assert.match(String(revealAll(state).result), /^[_-]{40}$/);
    });

    it("makes the same bytes readable as base64 and as hexadecimal", async () => {
        const state = revealAll((await create(BYTES, { length: 32 })).state);
        assert.equal(Buffer.from(String(state.base64), "base64").toString("hex"), state.hex);
        assert.equal(String(state.hex).length, 64);
    });

    it("puts the prefix of an id before every form of it", async () => {
        const { id, state } = await create(ID, { byteLength: 4, prefix: "orders-" });
        assert.equal(state.b64Url, `orders-${id}`);
        assert.match(String(state.hex), /^orders-[0-9a-f]{8}$/);
        assert.equal(state.dec, `orders-${Number.parseInt(String(state.hex).slice(7), 16)}`);
    });

    it("keeps a value while nothing changes and replaces it when a keeper does", () => {
        const inputs = { length: 16, keepers: { b: "2", a: "1" } };
        assert.deepEqual(differences(inputs, { length: 16, keepers: { a: "1", b: "2" }, special: true }), []);
        const changed = differences(inputs, { length: 16, keepers: { a: "1", b: "3" } });
        assert.deepEqual(changed, [{ path: "keepers", kind: "update", replaces: true }]);
    });

    it("leaves the value unknown at preview, and refuses nothing there", async () => {
        const { state } = await standIn.create({ urn: urn(PASSWORD), inputs: { length: 0 }, preview: true });
        assert.equal(revealAll(state).result, UNKNOWN);
    });

    it("refuses a length that has no room for the minimums", async () => {
        await assert.rejects(create(PASSWORD, { length: 4, minUpper: 3, minLower: 3 }), /at least 6, got: 4.*stand-in/);
        await assert.rejects(create(PASSWORD, {}), /Missing required argument: length/);
        await assert.rejects(create(BYTES, { length: 0 }), /at least 1/);
    });

    it("names itself when it does not know a type, and only at create", async () => {
        const type = "random:index/randomPet:RandomPet";
        await standIn.create({ urn: urn(type), inputs: {}, preview: true });
        await assert.rejects(
            create(type, {}),
            /stand-in for the random provider does not know random:index\/randomPet/,
        );
    });

    it("fails where a test orders it, at creating and at deleting, and not at a preview", async () => {
        const urn = (name: string) => `urn:pulumi:dev::p::iotkafka:index:KafkaCredentials$${BYTES}::${name}`;
        const error = "AccessDeniedException: no";
        const faulty = new RandomStandIn(
            JSON.stringify([
                { operation: "create", match: "urn:*$*::seed", error, times: 1 },
                { operation: "delete", match: BYTES, error },
            ]),
        );
        const create = (name: string, preview = false) =>
            faulty.create({ urn: urn(name), inputs: { length: 32 }, preview } as never);
        const words = /^Error: AccessDeniedException: no \(answered by the stand-in for the random provider\)$/;
        await create("seed", true);
        await assert.rejects(create("seed"), words);
        await create("seed");
        await create("other");
        await assert.rejects(faulty.delete({ urn: urn("seed") }), words);
        await faulty.delete({ urn: urn("seed").replaceAll(BYTES, PASSWORD) });
    });
});

function urn(type: string): string {
    return `urn:pulumi:dev::project::component$${type}::one`;
}

function create(type: string, inputs: Properties): Promise<{ id: string; state: Properties }> {
    return standIn.create({ urn: urn(type), inputs, preview: false });
}

function differences(olds: Properties, news: Properties): readonly unknown[] {
    return standIn.diff({ id: "none", urn: urn(PASSWORD), olds, oldInputs: olds, news, ignoreChanges: [] }).differences;
}
