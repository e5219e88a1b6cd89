import assert from "node:assert/strict";
import { SQL_FUNCTIONS, sqlFunction, takesArguments } from "../../language";

/** Every function of the documentation page, as it is spelt there. */
const DOCUMENTED =
    "abs accountid acos asin atan atan2 aws_lambda bitand bitnot bitor bitxor cast ceil chr clientid concat cos cosh " +
    "decode encode endswith exp floor get get_dynamodb get_mqtt_property get_or_default get_registry_data get_secret " +
    "get_thing_shadow get_user_properties indexof isNull isUndefined length ln log lower lpad ltrim " +
    "machinelearning_predict md2 md5 mod nanvl newuuid numbytes parse_time power principal rand regexp_matches " +
    "regexp_replace regexp_substr remainder replace round rpad rtrim sha1 sha224 sha256 sha384 sha512 sign sin sinh " +
    "sourceip sql_version sqrt startswith substring tan tanh time_to_epoch timestamp topic traceid transform trim " +
    "trunc upper";

describe("the table of SQL functions", () => {
    it("has every documented function once, in alphabetical order", () => {
        assert.deepEqual(
            SQL_FUNCTIONS.map(({ name }) => name),
            DOCUMENTED.split(" "),
        );
    });

    it("names the row of the requirements by the function's name in small letters", () => {
        assert.equal(sqlFunction("isNull")?.requirement, "SQL-FN-isnull");
        assert.equal(new Set(SQL_FUNCTIONS.map(({ requirement }) => requirement)).size, SQL_FUNCTIONS.length);
    });

    it("is looked up without heed to case, and knows no others", () => {
        assert.equal(sqlFunction("GET_Secret")?.name, "get_secret");
        for (const name of ["", "getsecret", "constructor", "toString", "__proto__", "count"]) {
            assert.equal(sqlFunction(name), undefined, name);
        }
    });

    for (const [name, allowed, refused] of [
        ["topic", [0, 1], [2]],
        ["timestamp", [0], [1]],
        ["concat", [0, 1, 99], []],
        ["get_secret", [3, 4], [2, 5]],
        ["decode", [2, 6], [1, 3, 4, 5, 7]],
        ["get_dynamodb", [4, 6], [3, 5, 7]],
        ["get_thing_shadow", [2, 3], [1, 4]],
        ["get_or_default", [1, 2], [0, 3]],
        ["substring", [2, 3], [1, 4]],
        ["get_user_properties", [0, 1], [2]],
        ["transform", [3], [2, 4]],
        ["cast", [1], [2]],
    ] as const) {
        it(`lets ${name} take ${allowed.join(" or ")} arguments`, () => {
            const description = sqlFunction(name)!;
            for (const count of allowed) assert.ok(takesArguments(description, count), String(count));
            for (const count of refused) assert.ok(!takesArguments(description, count), String(count));
        });
    }

    it("tells which functions came with version 2016-03-23", () => {
        const second = SQL_FUNCTIONS.filter(({ since }) => since === "2016-03-23").map(({ name }) => name);
        assert.deepEqual(second, [
            "decode",
            "encode",
            "get_dynamodb",
            "get_or_default",
            "get_registry_data",
            "get_thing_shadow",
            "indexof",
            "isUndefined",
            "length",
            "numbytes",
            "parse_time",
            "sourceip",
            "time_to_epoch",
            "transform",
        ]);
        const unstated = SQL_FUNCTIONS.filter(({ since }) => since === undefined).map(({ name }) => name);
        assert.deepEqual(unstated, ["get_mqtt_property", "get_secret", "get_user_properties"]);
    });

    it("tells which calls leave AWS IoT", () => {
        const external = SQL_FUNCTIONS.filter((description) => description.external === "always").map(
            ({ name }) => name,
        );
        assert.deepEqual(external, [
            "aws_lambda",
            "get_dynamodb",
            "get_registry_data",
            "get_secret",
            "get_thing_shadow",
            "machinelearning_predict",
        ]);
        assert.equal(sqlFunction("decode")?.external, "protobuf");
    });
});
