import assert from "node:assert/strict";
import { format, sameTree } from "../../../language";
import { statement } from "../read";
import { output } from "./evaluate";

/**
 * Statements with the output that a real AWS IoT Core gave, from the validation tool that AWS's IoT engineers publish
 * (aws-iot-builder-tools/validation-tool-for-aws-iot-rules). It publishes each message and compares what comes back.
 */
const VERIFIED: readonly {
    readonly shows: string;
    readonly sql: string;
    readonly version?: string;
    readonly topic?: string;
    readonly message: string;
    readonly output: string;
}[] = [
    {
        shows: "a whole Decimal stays one under 2015-10-08",
        sql: "SELECT temperature, humidity, cast(light as double) as newLight FROM 'test/test5'",
        version: "2015-10-08",
        message: '{"temperature":23.07,"humidity":49.9397,"light":5.0}',
        output: '{"temperature":23.07,"humidity":49.9397,"newLight":5.0}',
    },
    {
        shows: "a whole Decimal becomes an Int under 2016-03-23",
        sql: "SELECT temperature, humidity, cast(light as double) as newLight FROM 'test/test4'",
        message: '{"temperature":23.07,"humidity":49.9397,"light":5.0}',
        output: '{"temperature":23.07,"humidity":49.9397,"newLight":5}',
    },
    {
        shows: "numbers of a message are doubles, and Undefined is not unequal to anything",
        sql: "SELECT (SELECT * FROM Pos WHERE L1 <> isNull(SELECT VALUE L1 FROM Pos) ) as required_array FROM 'test/test3'",
        message:
            '{"Pos":[{"L1":36.903999599999999,"L2":-25.263283700000002,"S":5},' +
            '{"L1":36.903999599999977,"L2":-25.2632837000000772,"S":6},{"L2":-25.263283700000002,"S":7}]}',
        output:
            '{"required_array":[{"L1":36.9039996,"L2":-25.263283700000002,"S":5},' +
            '{"L1":36.90399959999998,"L2":-25.263283700000077,"S":6}]}',
    },
    {
        shows: "a nested SELECT from the whole message gives an array of one",
        sql: "SELECT get((SELECT *, topic() as topic FROM *),0) as data FROM 'test/test1'",
        topic: "test/test1",
        message: '{"foo":"bar"}',
        output: '{"data":{"foo":"bar","topic":"test/test1"}}',
    },
    {
        shows: "the levels of the topic are added to a message",
        sql: "SELECT *, topic(1) as deviceId, topic(2) as actuatorId, topic(3) as cmd FROM '+/+/+/req'",
        topic: "123/ACT_123/slider/req",
        message: '{"values":[50,100]}',
        output: '{"values":[50,100],"deviceId":"123","actuatorId":"ACT_123","cmd":"slider"}',
    },
    {
        shows: "a member of everything is the whole output after VALUE",
        sql: "SELECT VALUE *.messages FROM 'test/test2'",
        message: '{"messages":[{"message":"a"},{"message":"b"}]}',
        output: '[{"message":"a"},{"message":"b"}]',
    },
    {
        shows: "aliases with dots build one object",
        sql:
            "SELECT state.debug AS state.debug, state.command AS state.command, version FROM 'test/test6' " +
            "WHERE IsUndefined(state.debug) = False OR IsUndefined(state.command) = False",
        message: '{"state":{"command":"DOOR_OPEN","debug":"FALSE"},"version":"3.1"}',
        output: '{"state":{"debug":"FALSE","command":"DOOR_OPEN"},"version":"3.1"}',
    },
];

describe("a statement that was verified on AWS", () => {
    for (const { shows, sql, version, topic, message, output: expected } of VERIFIED) {
        it(`gives the same output here: ${shows}`, () => {
            const context = topic === undefined ? {} : { topic };
            assert.equal(output(sql, { message, context, ...(version !== undefined && { version }) }), expected);
        });
    }

    for (const { sql } of VERIFIED) {
        it(`is printed and read again: ${sql}`, () => {
            const tree = statement(sql);
            assert.ok(sameTree(statement(format(tree)), tree));
        });
    }
});
