import Testing

@testable import Addresses

@Suite("Names that can be published")
struct PublishableNameTests {
    @Test(
        "a name that some system cannot have is refused with its reason",
        arguments: [
            ("", .noName), (".", .noName), ("..", .noName), ("con", .device), ("CON", .device), ("nul.txt", .device),
            ("Com1.tar.gz", .device), ("lpt9", .device), ("aux .txt", .device),
            ("COM¹.txt", .device), ("conin$.txt", .device), ("名.", .end), ("名 ", .end), ("a\\b", .sign),
            ("a\u{7}b", .sign),
            (String(repeating: "泵", count: 81), .tooLong(bytes: 243)),
        ] as [(String, PublishableName.Objection)])
    func refused(name: String, objection: PublishableName.Objection) {
        #expect(PublishableName.objection(to: name) == objection)
    }

    @Test(
        "all other names are published",
        arguments: [
            "a:b.txt", "1#泵站.txt", "95%合格.txt", "何时?.txt", "console", "com", "com10", "com0", "lpt", "aux 2.txt",
            "conin", "nulls", "nulx.txt",
            ".well-known",
            String(repeating: "泵", count: 75) + ".txt", "甲 乙", "e\u{301}", "😀",
        ])
    func allowed(name: String) {
        #expect(PublishableName.objection(to: name) == nil)
    }
}
