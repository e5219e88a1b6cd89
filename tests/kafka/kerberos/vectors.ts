/**
 * Known answers: RFC 3961 (n-fold), RFC 3962 (ciphertext stealing, string to key), RFC 8009, and for what those leave out the
 * published samples of MIT Kerberos.
 */

/** Text, size in bytes, result. */
export const N_FOLD: readonly [string, number, string][] = [
    ["012345", 8, "be072631276b1955"],
    ["password", 7, "78a07b6caf85fa"],
    ["Rough Consensus, and Running Code", 8, "bb6ed30870b7f0e0"],
    ["password", 21, "59e4a8ca7c0385c3c37b3f6d2000247cb6e6bd5b3e"],
    ["MASSACHVSETTS INSTITVTE OF TECHNOLOGY", 24, "db3b0d8f0b061e603282b308a50841229ad798fab9540c1b"],
    ["Q", 21, "518a54a215a8452a518a54a215a8452a518a54a215"],
    ["ba", 21, "fb25d531ae8974499f52fd92ea9857c4ba24cf297e"],
    ["kerberos", 8, "6b65726265726f73"],
    ["kerberos", 16, "6b65726265726f737b9b5b2b93132b93"],
    ["kerberos", 21, "8372c236344e5f1550cd0747e15d62ca7a5a3bcea4"],
    ["kerberos", 32, "6b65726265726f737b9b5b2b93132b935c9bdcdad95c9899c4cae4dee6d6cae4"],
];

/** Under the key "chicken teriyaki": how many bytes of the order, and their cipher text. */
export const ORDER = "I would like the General Gau's Chicken, please, and wonton soup.";
export const STEALING: readonly [number, string][] = [
    [17, "c6353568f2bf8cb4d8a580362da7ff7f97"],
    [31, "fc00783e0efdb2c1d445d4c8eff7ed2297687268d6ecccc0c07b25e25ecfe5"],
    [32, "39312523a78662d5be7fcbcc98ebf5a897687268d6ecccc0c07b25e25ecfe584"],
    [47, "97687268d6ecccc0c07b25e25ecfe584b3fffd940c16a18c1b5549d2f838029e39312523a78662d5be7fcbcc98ebf5"],
    [48, "97687268d6ecccc0c07b25e25ecfe5849dad8bbb96c4cdc03bc103e1a194bbd839312523a78662d5be7fcbcc98ebf5a8"],
    [
        64,
        "97687268d6ecccc0c07b25e25ecfe58439312523a78662d5be7fcbcc98ebf5a84807efe836ee89a526730dbc2f7bc8409dad8bbb96c4cdc03bc103e1a194bbd8",
    ],
];

/** Password, salt, rounds, AES-256 key: what PBKDF2 gives, derived for "kerberos". */
export const STRING_TO_KEY: readonly [string, string, number, string][] = [
    ["password", "ATHENA.MIT.EDUraeburn", 1, "fe697b52bc0d3ce14432ba036a92e65bbb52280990a2fa27883998d72af30161"],
    ["password", "ATHENA.MIT.EDUraeburn", 2, "a2e16d16b36069c135d5e9d2e25f896102685618b95914b467c67622225824ff"],
    ["password", "ATHENA.MIT.EDUraeburn", 1200, "55a6ac740ad17b4846941051e1e8b0a7548d93b0ab30a8bc3ff16280382b8c2a"],
    [
        "X".repeat(64),
        "pass phrase equals block size",
        1200,
        "89adee3608db8bc71f1bfbfe459486b05618b70cbae22092534e56c553ba4b34",
    ],
    [
        "X".repeat(65),
        "pass phrase exceeds block size",
        1200,
        "d78c5c9cb872a8c9dad4697f0bb5b2d21496c82beb2caeda2112fceea057401b",
    ],
    ["\u{1D11E}", "EXAMPLE.COMpianist", 50, "4b6d9839f84406df1f09cc166db4b83c571848b784a3d6bdc346589a3e393f9e"],
];

/** Encryption type, use, key, plain text, cipher text with its confounder and hash. */
export const ENCRYPTED: readonly [number, number, string, string, string][] = [
    [17, 0, "5a5c0f0ba54f3828b2195e66ca24a289", "", "49ff8e11c173d9583a3254fbe7b1f1df36c538e8416784a1672e6676"],
    [17, 1, "98450e3f3baa13f5c99beb936981b06f", "31", "f86742f537b35dc2174a4dbaa920faf9042090b065e1ebb1cad9a65394"],
    [
        17,
        2,
        "9062430c8cda3388922e6d6a509f5b7a",
        "392062797465737373",
        "68fb9679601f45c78857b2bf820fd6e53eca8d42fd4b1d7024a09205abb7cd2ec26c355d2f",
    ],
    [
        17,
        3,
        "033ee6502c54fd23e27791e987983827",
        "31332062797465732062797465",
        "ec366d0327a933bf49330e650e49bc6b974637fe80bf532fe51795b4809718e6194724db948d1fd637",
    ],
    [
        17,
        4,
        "dceeb70b3de76562e689226c76429148",
        "333020627974657320627974657320627974657320627974657320627974",
        "c96081032d5d8eeb7e32b4089f789d0faa481dea74c0f97cbf3146ddfcf8e800156ecb532fc203e30ff600b63b350939fece510f02d7ff1e7bac",
    ],
    [
        18,
        0,
        "17f275f2954f2ed1f90c377ba7f4d6a369aa0136e0bf0c927ad6133c693759a9",
        "",
        "e5094c55ee7b38262e2b044280b069379a95bf95bd8376fb3281b435",
    ],
    [
        18,
        1,
        "b9477e1ff0329c0050e20ce6c72d2dff27e8fe541ab0954429a9cb5b4f7b1e2a",
        "31",
        "406150b97aeb76d43b36b62cc1ecdfbe6f40e95755e0beb5c27825f3a4",
    ],
    [
        18,
        2,
        "b1ae4cd8462aff1677053cc9279aac30b796fb81ce21474dd3ddbcfea4ec76d7",
        "392062797465737373",
        "09957aa25fcaf88f7b39e4406e633012d5fea21853f6478da7065caef41fd454a40824eec5",
    ],
    [
        18,
        3,
        "e5a72be9b7926c1225bafef9c1872e7ba4cdb2b17893d84abd90acdd8764d966",
        "31332062797465732062797465",
        "d8f1aafeec84587cc3e700a774e56651a6d693e174ec4473b5e6d96f80297a653fb818ad893e719f96",
    ],
    [
        18,
        4,
        "f1c795e9248a09338d82c3f8d5b567040b0110736845041347235b1404231398",
        "333020627974657320627974657320627974657320627974657320627974",
        "d1137a4d634cfece924dbc3bf6790648bd5cff7de0e7b99460211d0daef3d79a295c688858f3b34b9cbd6eebae81daf6b734d4d498b6714f1c1d",
    ],
    [19, 2, "3705d96080c17728a0e800eab6e0d23c", "", "ef85fb890bb8472f4dab20394dca781dad877eda39d50c870c0d5a0a8e48c718"],
    [
        19,
        2,
        "3705d96080c17728a0e800eab6e0d23c",
        "000102030405",
        "84d7f30754ed987bab0bf3506beb09cfb55402cef7e6877ce99e247e52d16ed4421dfdf8976c",
    ],
    [
        19,
        2,
        "3705d96080c17728a0e800eab6e0d23c",
        "000102030405060708090a0b0c0d0e0f",
        "3517d640f50ddc8ad3628722b3569d2ae07493fa8263254080ea65c1008e8fc295fb4852e7d83e1e7c48c37eebe6b0d3",
    ],
    [
        19,
        2,
        "3705d96080c17728a0e800eab6e0d23c",
        "000102030405060708090a0b0c0d0e0f1011121314",
        "720f73b18d9859cd6ccb4346115cd336c70f58edc0c4437c5573544c31c813bce1e6d072c186b39a413c2f92ca9b8334a287ffcbfc",
    ],
    [
        20,
        2,
        "6d404d37faf79f9df0d33568d320669800eb4836472ea8a026d16b7182460c52",
        "",
        "41f53fa5bfe7026d91faf9be959195a058707273a96a40f0a01960621ac612748b9bbfbe7eb4ce3c",
    ],
    [
        20,
        2,
        "6d404d37faf79f9df0d33568d320669800eb4836472ea8a026d16b7182460c52",
        "000102030405",
        "4ed7b37c2bcac8f74f23c1cf07e62bc7b75fb3f637b9f559c7f664f69eab7b6092237526ea0d1f61cb20d69d10f2",
    ],
    [
        20,
        2,
        "6d404d37faf79f9df0d33568d320669800eb4836472ea8a026d16b7182460c52",
        "000102030405060708090a0b0c0d0e0f",
        "bc47ffec7998eb91e8115cf8d19dac4bbbe2e163e87dd37f49beca92027764f68cf51f14d798c2273f35df574d1f932e40c4ff255b36a266",
    ],
    [
        20,
        2,
        "6d404d37faf79f9df0d33568d320669800eb4836472ea8a026d16b7182460c52",
        "000102030405060708090a0b0c0d0e0f1011121314",
        "40013e2df58e8751957d2878bcd2d6fe101ccfd556cb1eae79db3c3ee86429f2b2a602ac86fef6ecb647d6295fae077a1feb517508d2c16b4192e01f62",
    ],
];

/** Encryption type, use, key, text, checksum. */
export const CHECKSUMS: readonly [number, number, string, string, string][] = [
    [
        17,
        3,
        "9062430c8cda3388922e6d6a509f5b7a",
        Buffer.from("eight nine ten eleven twelve thirteen").toString("hex"),
        "01a4b088d45628f6946614e3",
    ],
    [
        18,
        4,
        "b1ae4cd8462aff1677053cc9279aac30b796fb81ce21474dd3ddbcfea4ec76d7",
        Buffer.from("fourteen").toString("hex"),
        "e08739e3279e2903ec8e3836",
    ],
    [
        19,
        2,
        "3705d96080c17728a0e800eab6e0d23c",
        "000102030405060708090a0b0c0d0e0f1011121314",
        "d78367186643d67b411cba9139fc1dee",
    ],
    [
        20,
        2,
        "6d404d37faf79f9df0d33568d320669800eb4836472ea8a026d16b7182460c52",
        "000102030405060708090a0b0c0d0e0f1011121314",
        "45ee791567eefca37f4ac1e0222de80d43c3bfa06699672a",
    ],
];
