/** A worked result of AWS's page of functions. https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html */
export interface Example {
    readonly expression: string;
    /** As JSON, or the word Undefined. */
    readonly result: string;
    /** The version whose way to print whole Decimals the page shows. @default "2016-03-23" */
    readonly version?: string;
}

function examples(version: string | undefined, rows: readonly (readonly [string, string])[]): Example[] {
    return rows.map(([expression, result]) => ({ expression, result, ...(version !== undefined && { version }) }));
}

/** Those whose result has a decimal point although it is whole, as 2015-10-08 prints it. */
const WITH_POINT = examples("2015-10-08", [
    ["asin(0)", "0.0"],
    ["atan(0)", "0.0"],
    ["log(100)", "2.0"],
    ["power(2, 5)", "32.0"],
    ["sin(0)", "0.0"],
    ["sqrt(9)", "3.0"],
]);

export const EXAMPLES: readonly Example[] = [
    ...WITH_POINT,
    ...examples(undefined, [
        ["abs(-5)", "5"],
        ["abs('-5.123')", "5.123"],
        ["acos(0)", "1.5707963267948966"],
        ["atan2(1, 0)", "1.5707963267948966"],
        ["bitand(13, 5)", "5"],
        ["bitor(8, 5)", "13"],
        ["cast(true as Int)", "1"],
        ["ceil(1.2)", "2"],
        ["ceil(-1.2)", "-1"],
        ["chr(65)", '"A"'],
        ["chr(49)", '"1"'],
        ["concat()", "Undefined"],
        ["concat([1, 2, 3], 4)", "[1,2,3,4]"],
        ['concat([1, 2, 3], "hello")', '[1,2,3,"hello"]'],
        ['concat("con", "cat")', '"concat"'],
        ['concat(1, "hello")', '"1hello"'],
        ['concat("he","is","man")', '"heisman"'],
        ['concat([1, 2, 3], "hello", [4, 5, 6])', '[1,2,3,"hello",4,5,6]'],
        ["cos(0)", "1"],
        ["cosh(2.3)", "5.037220649268761"],
        ['endswith("cat","at")', "true"],
        ["exp(1)", "2.718281828459045"],
        ["floor(1.2)", "1"],
        ["floor(-1.2)", "-2"],
        ['get(["a", "b", "c"], 1)', '"b"'],
        ['get({"a":"b"}, "a")', '"b"'],
        ['md2("hello")', '"a9046c73e00331af68917d3804f70655"'],
        ['md5("hello")', '"5d41402abc4b2a76b9719d911017c592"'],
        ['indexof("abcd", "bc")', "1"],
        ["isNull(5)", "false"],
        ["isNull(Null)", "true"],
        ["isUndefined(5)", "false"],
        ["isUndefined(floor([1,2,3]))", "true"],
        ['length("hi")', "2"],
        ["length(false)", "5"],
        ["ln(exp(1))", "1"],
        ['lower("HELLO")', '"hello"'],
        ['lower(["HELLO"])', '"[\\"hello\\"]"'],
        ['lpad("hello", 2)', '"  hello"'],
        ["lpad(1, 3)", '"   1"'],
        ["mod(8, 3)", "2"],
        ["Nanvl(8, 3)", "8"],
        ['numbytes("hi")', "2"],
        ['numbytes("€")', "3"],
        ['regexp_matches("aaaa", "a{2,}")', "true"],
        ['regexp_matches("aaaa", "b")', "false"],
        ['regexp_replace("abcd", "bc", "x")', '"axd"'],
        ['regexp_replace("abcd", "b(.*)d", "$1")', '"ac"'],
        ['regexp_substr("hihihello", "hi")', '"hi"'],
        ['regexp_substr("hihihello", "(hi)*")', '"hihi"'],
        ["remainder(8, 3)", "2"],
        ['replace("abcd", "bc", "x")', '"axd"'],
        ['replace("abcdabcd", "b", "x")', '"axcdaxcd"'],
        ['rpad("hello", 2)', '"hello  "'],
        ["rpad(1, 3)", '"1   "'],
        ["Round(1.2)", "1"],
        ["Round(1.5)", "2"],
        ["Round(1.7)", "2"],
        ["Round(-1.1)", "-1"],
        ["Round(-1.5)", "-2"],
        ['rtrim(" h i ")', '" h i"'],
        ["sign(-7)", "-1"],
        ["sign(0)", "0"],
        ["sign(13)", "1"],
        ["sinh(2.3)", "4.936961805545957"],
        ['substring("012345", 0)', '"012345"'],
        ['substring("012345", 2)', '"2345"'],
        ['substring("012345", 2.745)', '"2345"'],
        ["substring(123, 2)", '"3"'],
        ['substring("012345", -1)', '"012345"'],
        ["substring(true, 1.2)", '"rue"'],
        ["substring(false, -2.411E247)", '"false"'],
        ['substring("012345", 1, 3)', '"12"'],
        ['substring("012345", -50, 50)', '"012345"'],
        ['substring("012345", 3, 1)', '""'],
        ["sql_version()", '"2016-03-23"'],
        ['startswith("ranger","ran")', "true"],
        ["tan(3)", "-0.1425465430742778"],
        ["tanh(2.3)", "0.9800963962661914"],
        ['time_to_epoch("2020-04-03 09:45:18 UTC+01:00", "yyyy-MM-dd HH:mm:ss VV")', "1585903518000"],
        ['time_to_epoch("18 December 2015", "dd MMMM yyyy")', "1450396800000"],
        ['time_to_epoch("2007-12-03 10:15:30.592 America/Los_Angeles", "yyyy-MM-dd HH:mm:ss.SSS z")', "1196705730592"],
        [
            "parse_time(\"yyyy.MM.dd G 'at' HH:mm:ss z\", 100000000, 'America/Belize')",
            '"1970.01.01 AD at 21:46:40 CST"',
        ],
        ['Trim(" hi ")', '"hi"'],
        ["trunc(2.3, 0)", "2"],
        ["trunc(2.3123, 2)", "2.31"],
        ["trunc(2.888, 2)", "2.88"],
        ["trunc(2.00, 5)", "2"],
        ['upper("hello")', '"HELLO"'],
        ['upper(["hello"])', '"[\\"HELLO\\"]"'],
    ]),
];

/** A worked result that contradicts AWS's own tables or sentences, and what was decided. */
export interface Misprint {
    readonly expression: string;
    /** What the page shows. */
    readonly shown: string;
    /** What is evaluated here. */
    readonly result: string;
    readonly why: string;
    readonly message?: string;
}

export const MISPRINTS: readonly Misprint[] = [
    {
        expression: "concat(1)",
        shown: '"1"',
        result: "1",
        why: "the table below it says that one argument is returned unmodified",
    },
    {
        expression: "bitor(13, 5)",
        shown: "8",
        result: "13",
        why: "the example of bitxor is written with the name of bitor; 13 or 5 is 13",
    },
    { expression: "bitxor(13, 5)", shown: "8, under the name of bitor", result: "8", why: "it is the exclusive or" },
    {
        expression: "bitnot(13)",
        shown: "2",
        result: "-14",
        why: "2 is the complement of four bits only, and Ints have no width of four; Java gives -14",
    },
    {
        expression: 'Ltrim(" h i ")',
        shown: '"hi "',
        result: '"h i "',
        why: "it removes leading white space; rtrim beside it keeps the blank between the letters",
    },
    {
        expression: "cast(true AS Int)",
        shown: "1.0, in the table of casts to Int",
        result: "1",
        why: "an Int has no decimal point, as the example above the table has it",
    },
    {
        expression: "round(0 - 0.5)",
        shown: "rounded up where two Ints are as near",
        result: "-1",
        why: "the example Round(-1.5) = -2 says that halves go away from zero",
    },
    {
        expression: "mydata.item2",
        message: '{"mydata":{"item2":5}}',
        shown: "a name with a digit in it needs get()",
        result: "5",
        why: "only a name that begins with a digit, or has a hyphen, cannot stand behind a dot: L1 does on AWS",
    },
    {
        expression: "bitnot(true)",
        shown: "Other value",
        result: "Undefined",
        why: "a function of Ints has no other value",
    },
    {
        expression: 'get("abc", 1)',
        shown: '"a"',
        result: '"b"',
        why: "the table says that positions count from 0, and the example of an array does so",
    },
    {
        expression: "cast('hello' as String)",
        shown: "Undefined, unless the text is true or false",
        result: '"hello"',
        why: "the row for Strings was copied from the table of Booleans; the conversion to String keeps a String",
    },
    {
        expression: "round('1.7')",
        shown: "rounded down",
        result: "2",
        why: "the table says down, the sentence and all five examples say to the nearest",
    },
    {
        expression: "(temp_fahrenheit - 32) * 5 / 9",
        message: '{"temp_fahrenheit":75}',
        shown: "23.89",
        result: "23",
        why: "the page of SET rounds to two places, which nothing in the language does; Int by Int is an Int",
    },
    {
        expression: "[lat, long]",
        message: '{"lat":47.696,"long":-122.332}',
        shown: "[47.606,-122.332]",
        result: "[47.696,-122.332]",
        why: "the page of literals changes a digit of the latitude on the way",
    },
];
