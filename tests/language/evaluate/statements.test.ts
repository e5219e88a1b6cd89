import assert from "node:assert/strict";
import { evaluate, type Given, output } from "./evaluate";

const COLOR = '{"color":"red","temperature":50}';
const SENSORS =
    '{"e":[{"n":"temperature","u":"Cel","t":1234,"v":22.5},{"n":"light","u":"lm","t":1235,"v":135},' +
    '{"n":"acidity","u":"pH","t":1235,"v":7}]}';
const ATTRIBUTES = '{"attributes":{"data1":1,"data2":2},"values":[{"a":3},{"b":4},{"c":5}]}';
const DATA =
    '{"data1":"example","data2":{"a":"first attribute","b":"second attribute","c":[' +
    '{"x":{"someInt":5,"someString":"hello"},"y":true},{"x":{"someInt":10,"someString":"world"},"y":false}]}}';
const DEVICE =
    '{"deviceid":"iot123","temp":54.98,"humidity":32.43,"coords":{"latitude":47.615694,"longitude":-122.3359976}}';

/** Statements with their outgoing payloads, of the pages named before them. */
const PAGES: Readonly<Record<string, readonly (readonly [sql: string, message: string, expected: string, Given?])[]>> =
    {
        "iot-sql-select": [
            ["SELECT * FROM 'topic/subtopic'", COLOR, COLOR],
            ["SELECT color FROM 'topic/subtopic'", COLOR, '{"color":"red"}'],
            ["SELECT color AS my_color FROM 'topic/subtopic'", COLOR, '{"my_color":"red"}'],
            [
                "SELECT color as my_color, temperature as fahrenheit FROM 'topic/subtopic'",
                COLOR,
                '{"my_color":"red","fahrenheit":50}',
            ],
            ["SELECT *, 15 as speed FROM 'topic/subtopic'", COLOR, '{"color":"red","temperature":50,"speed":15}'],
            ["SELECT VALUE color FROM 'topic/subtopic'", COLOR, '"red"'],
            [
                "SELECT color.red as red_value FROM 'topic/subtopic'",
                '{"color":{"red":255,"green":0,"blue":0},"temperature":50}',
                '{"red_value":255}',
            ],
            [
                "SELECT (temperature - 32) * 5 / 9 AS celsius, upper(color) as my_color FROM 'topic/subtopic'",
                COLOR,
                '{"celsius":10,"my_color":"RED"}',
            ],
        ],
        "iot-sql-json": [
            [
                "SELECT foo.bar AS bar.baz FROM 'topic/subtopic'",
                '{"foo":{"bar":"RED","bar1":"GREEN","bar2":"BLUE"}}',
                '{"bar":{"baz":"RED"}}',
            ],
            [
                `SELECT * from 'iot/rules' WHERE get(get(get(mydata,"item2"),"0"),"my-key") = "myValue"`,
                '{"mydata":{"item2":{"0":{"my-key":"myValue"}}}}',
                '{"mydata":{"item2":{"0":{"my-key":"myValue"}}}}',
            ],
            [
                "SELECT temp, md5(deviceid) AS hashed_id FROM 'topic/#'",
                DEVICE,
                '{"temp":54.98,"hashed_id":"e37f81fb397e595c4aeb5645b8cbbbd1"}',
            ],
        ],
        "iot-sql-nested-queries": [
            [
                "SELECT (SELECT VALUE n FROM e) as sensors FROM 'my/topic'",
                SENSORS,
                '{"sensors":["temperature","light","acidity"]}',
            ],
            [
                "SELECT (SELECT v FROM e WHERE n = 'temperature') as temperature FROM 'my/topic'",
                SENSORS,
                '{"temperature":[{"v":22.5}]}',
            ],
            [
                "SELECT get((SELECT v FROM e WHERE n = 'temperature'), 0).v as temperature FROM 'topic'",
                SENSORS,
                '{"temperature":22.5}',
            ],
        ],
        "iot-sql-case": [
            [
                "SELECT CASE color WHEN 'green' THEN 'go' WHEN 'yellow' THEN 'caution' WHEN 'red' THEN 'stop' " +
                    "ELSE 'you are not at a stop light' END as instructions FROM 'topic/subtopic'",
                '{"color":"yellow"}',
                '{"instructions":"caution"}',
            ],
        ],
        "iot-sql-literals": [
            [
                "SELECT {'latitude': get(lat_long, 0),'longitude':get(lat_long, 1)} as lat_long FROM 'topic/subtopic'",
                '{"lat_long":[47.606,-122.332]}',
                '{"lat_long":{"latitude":47.606,"longitude":-122.332}}',
            ],
            [
                "SELECT [lat,long] as lat_long FROM 'topic/subtopic'",
                '{"lat":47.606,"long":-122.332}',
                '{"lat_long":[47.606,-122.332]}',
            ],
        ],
        "iot-rule-sql-version": [["SELECT VALUE arr FROM 'topic'", '{"a":{"b":"c"},"arr":[1,2,3,4]}', "[1,2,3,4]"]],
        "iot-sql-data-types": [
            ["SELECT NULL AS n FROM 'topic/subtopic'", "{}", '{"n":null}'],
            ["SELECT foo, bar FROM 'topic/subtopic'", '{"foo":null}', '{"foo":null}'],
        ],
        "iot-sql-set": [
            [
                "SET @device_sensor_data = device1.deviceData.sensors SELECT @device_sensor_data.temp_fahrenheit AS " +
                    "temp_fahrenheit, @device_sensor_data.humidity as humidity FROM 'device/data'",
                '{"device1":{"deviceId":"weather_sensor","deviceData":{"sensors":{"temp_fahrenheit":75,"humidity":60},' +
                    '"location":[47.606,-122.332]}}}',
                '{"temp_fahrenheit":75,"humidity":60}',
            ],
        ],
        "iot-sql-functions": [
            [
                `SELECT decode(encoded_temp,"base64").temperature AS temp from 'topic/subtopic'`,
                '{"encoded_temp":"eyAidGVtcGVyYXR1cmUiOiAzMyB9Cg=="}',
                '{"temp":33}',
            ],
            [
                `select value transform("enrichArray", attributes, values) from 'A/B'`,
                ATTRIBUTES,
                '[{"a":3,"data1":1,"data2":2},{"b":4,"data1":1,"data2":2},{"c":5,"data1":1,"data2":2}]',
            ],
            [
                `select value transform("enrichArray", {"key": attributes.data1}, values) from 'A/B'`,
                ATTRIBUTES,
                '[{"a":3,"key":1},{"b":4,"key":1},{"c":5,"key":1}]',
            ],
            [
                "select value transform('enrichArray', (select a, b from data2), (select value c from data2)) from 'A/B'",
                DATA,
                '[{"x":{"someInt":5,"someString":"hello"},"y":true,"a":"first attribute","b":"second attribute"},' +
                    '{"x":{"someInt":10,"someString":"world"},"y":false,"a":"first attribute","b":"second attribute"}]',
            ],
            [
                `SELECT parse_time("yyyy.MM.dd G 'at' HH:mm:ss z", timestamp() ) as ts FROM 'A/B'`,
                "{}",
                '{"ts":"2017.06.09 AD at 17:19:46 UTC"}',
                { context: { timestamp: Date.UTC(2017, 5, 9, 17, 19, 46) } },
            ],
            [
                "SELECT topic() AS whole, topic(1) AS first FROM 'things/#'",
                "{}",
                '{"whole":"things/myThings/thingOne","first":"things"}',
                { context: { topic: "things/myThings/thingOne" } },
            ],
            [
                "SELECT topic() AS whole, topic(3) AS third FROM 'a'",
                "{}",
                '{"whole":"Buildings/Building5/Floor2/Room201/Lights","third":"Floor2"}',
                { context: { topic: "$aws/rules/BuildingManager/Buildings/Building5/Floor2/Room201/Lights" } },
            ],
        ],
        "iot-substitution-templates": [
            [
                "SELECT *, timestamp() AS timestamp FROM 'my/iot/topic'",
                DEVICE,
                `${DEVICE.slice(0, -1)},"timestamp":1579637878451}`,
                { context: { timestamp: 1579637878451 } },
            ],
        ],
        "iot-sql-where": [
            [
                "SELECT decode(encode(*, 'base64'), 'base64') AS value FROM 'topic/subtopic' " +
                    "WHERE decode(encode(*, 'base64'), 'base64') > 50",
                "80",
                '{"value":80}',
            ],
        ],
    };

describe("a worked statement of AWS's pages", () => {
    for (const [page, rows] of Object.entries(PAGES)) {
        for (const [sql, message, expected, given] of rows) {
            it(`holds on ${page}: ${sql}`, () => {
                assert.equal(output(sql, { message, ...given }), expected);
            });
        }
    }

    it("holds on iot-sql-where: no action is taken when WHERE is false", () => {
        const sql = "SELECT color AS my_color FROM 'topic/subtopic' WHERE temperature > 50 AND color <> 'red'";
        const outcome = evaluate(sql, { message: '{"color":"red","temperature":40}' });
        assert.deepEqual(outcome, { ok: true, matched: false, isComplete: true });
    });
});
