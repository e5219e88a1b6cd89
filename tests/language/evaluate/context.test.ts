import assert from "node:assert/strict";
import { type EvaluationContext, readFixtures } from "../../../language/evaluate";
import { failureOf, output, resultOf } from "./evaluate";

const CONTEXT: EvaluationContext = {
    topic: "devices/d1/up",
    clientId: "client-1",
    principal: "ba67",
    accountId: "111122223333",
    traceId: "12345678-1234",
    sourceIp: "192.0.2.1",
    timestamp: 1481825251155,
    random: () => 0.8231909191640703,
    uuid: () => "123a4567-b89c-12d3-e456-789012345000",
    mqtt: {
        contentType: "application/json",
        formatIndicator: "UTF8_DATA",
        responseTopic: "reply",
        correlationData: "AQID",
        userProperties: [
            ["k1", "v1"],
            ["k2", "v2"],
            ["k1", "v3"],
        ],
    },
};

const KNOWN: readonly (readonly [expression: string, given: string, without: string])[] = [
    ["accountid()", '"111122223333"', "Undefined"],
    ["clientid()", '"client-1"', '"n/a"'],
    ["principal()", '"ba67"', "Undefined"],
    ["sourceip()", '"192.0.2.1"', "Undefined"],
    ["topic()", '"devices/d1/up"', "Undefined"],
    ["topic(2)", '"d1"', "Undefined"],
    ["topic('3')", '"up"', "Undefined"],
    ["topic(0)", "Undefined", "Undefined"],
    ["topic(4)", "Undefined", "Undefined"],
    ["traceid()", '"12345678-1234"', "Undefined"],
    ["get_mqtt_property('content_type')", '"application/json"', "Undefined"],
    ["get_mqtt_property('format_indicator')", '"UTF8_DATA"', "Undefined"],
    ["get_mqtt_property('response_topic')", '"reply"', "Undefined"],
    ["get_mqtt_property('correlation_data')", '"AQID"', "Undefined"],
    ["get_mqtt_property('other')", "Undefined", "Undefined"],
    ["get_user_properties('k1')", '["v1","v3"]', "Undefined"],
    ["get_user_properties('k3')", "Undefined", "Undefined"],
    ["get_user_properties()", '[{"k1":"v1"},{"k2":"v2"},{"k1":"v3"}]', "Undefined"],
];

describe("what is known of a message beside its payload", () => {
    for (const [expression, given, without] of KNOWN) {
        it(`comes from the context and is not made up: ${expression}`, () => {
            assert.equal(resultOf(expression, { context: CONTEXT }), given);
            assert.equal(resultOf(expression), without);
        });
    }

    it("is the same at every look in one evaluation, and drawn by the context", () => {
        assert.equal(resultOf("timestamp()", { context: CONTEXT }), "1481825251155");
        assert.equal(resultOf("timestamp() = timestamp()"), "true");
        assert.equal(resultOf("rand()", { context: CONTEXT }), "0.8231909191640703");
        assert.equal(resultOf("newuuid()", { context: CONTEXT }), '"123a4567-b89c-12d3-e456-789012345000"');
        assert.match(resultOf("newuuid()"), /^"[0-9a-f-]{36}"$/);
        assert.match(resultOf("rand()"), /^0(\.[0-9E-]+)?$|^[1-9][.0-9]*E-[0-9]+$/);
    });

    it("tells the version of the SQL", () => {
        assert.equal(resultOf("sql_version()", { version: "2015-10-08" }), '"2015-10-08"');
        assert.equal(resultOf("sql_version()", { version: "beta" }), '"beta"');
        assert.equal(resultOf("sql_version()", { version: "2016-03-23-beta" }), '"2016-03-23-beta"');
    });
});

const FIXTURES = {
    get_thing_shadow: {
        '["MyThing","MyThingShadow","role"]': { state: { reported: { alarm: "ON" } } },
        ' [ "MyThing" , "role" ] ': { state: { reported: { alarm: "OFF" } } },
        '["Gone","role"]': { $error: "ResourceNotFoundException" },
    },
    get_dynamodb: { '["InServiceDevices","deviceId",17,"role"]': { location: "Berlin" } },
    get_registry_data: { '["DescribeThing","MyThing","role"]': { thingName: "MyThing" } },
    aws_lambda: { '["arn",{"payload":21}]': { some: { value: 9 } }, '["arn",{"attribute1":21}]': "whole" },
    machinelearning_predict: { '["ml","role",{"a":1}]': { predictedLabel: "1" } },
    decode: { '["AQ==","proto","bucket","key","file","Message"]': { decoded: true } },
};

describe("a function that asks another service", () => {
    const context = { fixtures: FIXTURES };
    const answers: readonly (readonly [string, string, string?])[] = [
        ["get_thing_shadow('MyThing','MyThingShadow','role').state.reported.alarm", '"ON"'],
        ["get_thing_shadow('MyThing','role').state.reported.alarm", '"OFF"'],
        ["get_dynamodb('InServiceDevices','deviceId',id,'role').location", '"Berlin"', '{"id":17}'],
        ["get_registry_data('DescribeThing','MyThing','role').thingName", '"MyThing"'],
        ["aws_lambda('arn', {'payload': attribute1}).some.value", "9", '{"attribute1":21}'],
        ["aws_lambda('arn', *)", '"whole"', '{"attribute1":21}'],
        ["machinelearning_predict('ml','role',{'a': 1}).predictedLabel", '"1"'],
        ["decode('AQ==','proto','bucket','key','file','Message').decoded", "true"],
        ["get_thing_shadow(missing,'role')", "Undefined"],
        ["get_or_default(get_thing_shadow('Gone','role'), 'none')", '"none"'],
    ];
    for (const [expression, result, message = "{}"] of answers) {
        it(`is answered by a fixture: ${expression}`, () => {
            assert.equal(resultOf(expression, { context, message }), result);
        });
    }

    it("fails by name without an answer, which is not for get_or_default to hide", () => {
        for (const call of [
            "get_thing_shadow('Other','role')",
            "get_or_default(get_thing_shadow('Other','role'), 1)",
        ]) {
            const { code, message } = failureOf(`SELECT ${call} FROM 'a'`, { context });
            assert.equal(code, "no-fixture");
            assert.match(message, /get_thing_shadow .*\["Other","role"\]/);
        }
        assert.equal(failureOf("SELECT aws_lambda('arn', 1) FROM 'a'").code, "no-fixture");
    });

    it("keeps every digit of an answer, and of the arguments that it is for", () => {
        const fixtures = { get_thing_shadow: { "[5.0]": 1, '["n","r"]': { id: 9007199254740993n, none: undefined } } };
        assert.equal(resultOf("get_thing_shadow('n','r')", { context: { fixtures } }), '{"id":9007199254740993}');
        const read = readFixtures('{"get_thing_shadow":{"[9007199254740993,5.0]":{"1":5.0,"0":9007199254740993}}}')!;
        const given = { context: { fixtures: read }, message: '{"n":5.0}', version: "2015-10-08" };
        assert.equal(
            output("SELECT VALUE aws_lambda(n, n) FROM 'a'", {
                ...given,
                context: { fixtures: { aws_lambda: { "[5,5.0]": "same" } } },
            }),
            '"same"',
        );
        const newer = { ...given, version: "2016-03-23" };
        const answer = "get_thing_shadow(9007199254740993, n)";
        assert.equal(resultOf(answer, newer), '{"1":5,"0":9007199254740993}');
    });

    for (const [call, most, times] of [
        ["get_dynamodb('t','k',1,'r')", 1, "once"],
        ["get_registry_data('DescribeThing','n','r')", 1, "once"],
        ["decode('AQ==','proto','b','k','f','M')", 2, "2 times"],
    ] as const) {
        it(`ends the rule when a statement calls it more than ${times}: ${call}`, () => {
            const name = call.slice(0, call.indexOf("("));
            const given = call.slice(name.length).replaceAll("'", '"').replace("(", "[").replace(")", "]");
            const answered = { context: { fixtures: { [name]: { [given]: 1 } } } };
            const calls = Array(most).fill(call);
            assert.equal(resultOf(`[${calls.join(", ")}]`, answered), JSON.stringify(calls.map(() => 1)));
            const oneMore = [...calls, `get_or_default(${call}, 0)`].join(", ");
            const failure = failureOf(`SELECT VALUE [${oneMore}] FROM 'a'`, answered);
            assert.equal(failure.code, "too-many-calls");
            const branches = `CASE 1 WHEN 1 THEN ${call} ELSE ${call} END`;
            assert.equal(resultOf(branches, answered), "1", "a branch that is not taken is no call");
        });
    }

    it("is protobuf of a descriptor in a bucket, which only a fixture answers", () => {
        const call = "decode(encode(*, 'base64'), 'proto', 'bucket', 'key', 'file', 'Message')";
        const failure = failureOf(`SELECT VALUE ${call} FROM 'a'`, { message: "AQ" });
        assert.equal(failure.code, "no-fixture");
        assert.match(
            failure.message,
            /^decode reads a protobuf descriptor from a bucket, and there is no fixture for \["QVE=","proto"/,
        );
        const fixtures = { decode: { '["QVE=","proto","bucket","key","file","Message"]': { temperature: 21 } } };
        assert.equal(resultOf(`${call}.temperature`, { message: "AQ", context: { fixtures } }), "21");
        assert.equal(resultOf("decode('AQ==', 'protobuf', 'bucket', 'key', 'file', 'Message')"), "Undefined");
    });

    it("fails as the service does, when the fixture says so", () => {
        const failure = failureOf("SELECT get_thing_shadow('Gone','role') FROM 'a'", { context });
        assert.equal(failure.code, "external-function-failed");
        assert.match(failure.message, /ResourceNotFoundException/);
    });
});

describe("get_secret", () => {
    const secrets = {
        json: { SecretString: '{"user":"u","n":5}' },
        text: { SecretString: "hush" },
        bytes: { SecretBinary: "AAEC" },
    };
    const given = { context: { secrets } };

    it("gives the text, a member of it, or the bytes in base64", () => {
        assert.equal(resultOf("get_secret('text','SecretString','role')", given), '"hush"');
        assert.equal(
            resultOf("get_secret('json','SecretString','role')", given),
            JSON.stringify(secrets.json.SecretString),
        );
        assert.equal(resultOf("get_secret('json','SecretString','user','role')", given), '"u"');
        assert.equal(resultOf("get_secret('bytes','SecretBinary','role')", given), '"AAEC"');
    });

    it("is Undefined for arguments of the wrong kind", () => {
        assert.equal(resultOf("get_secret('text','Secret','role')", given), "Undefined");
        assert.equal(resultOf("get_secret(5,'SecretString','role')", given), "Undefined");
        assert.equal(resultOf("get_secret('text','SecretString',missing)", given), "Undefined");
    });

    for (const [call, code] of [
        ["get_secret('other','SecretString','role')", "no-secret"],
        ["get_secret('toString','SecretString','role')", "no-secret"],
        ["get_secret('text','SecretString','user','role')", "external-function-failed"],
        ["get_secret('json','SecretString','other','role')", "external-function-failed"],
        ["get_secret('bytes','SecretBinary','key','role')", "external-function-failed"],
        ["get_secret('bytes','SecretString','role')", "external-function-failed"],
        ["get_secret('text','SecretBinary','role')", "external-function-failed"],
    ] as const) {
        it(`fails by name and shows nothing of the secret: ${call}`, () => {
            const failure = failureOf(`SELECT ${call} FROM 'a'`, given);
            assert.equal(failure.code, code);
            assert.doesNotMatch(failure.message, /hush|AAEC|"u"/);
        });
    }

    it("may fail within get_or_default", () => {
        const sql = "SELECT get_or_default(get_secret('text','SecretString','k','role'), 'none') AS x FROM 'a'";
        assert.equal(output(sql, given), '{"x":"none"}');
    });
});
