/// The year and id of a team, as the paths of its files and its address have them. Another id is another team, however
/// near: a path or address that is not there never leads to one.
package struct TeamPlace: Sendable, Hashable {
    package let year: String
    /// In lower case.
    package let id: String

    /// - Parameter text: `content/awards/2020/zj-001.md`, `content/awards/2020/zj-001/a.jpg`, `/awards/2020/zj-001/`.
    package init?(_ text: String) {
        var parts = text.split(separator: "/")[...]
        if parts.first == "content" { parts.removeFirst() }
        guard parts.count > 2, parts.first == "awards", let year = parts.dropFirst().first, Self.isYear(year),
            let name = parts.dropFirst(2).first
        else { return nil }
        // `index.md` and `roster.csv` are the edition's.
        let isFile = parts.count == 3 && name.contains(".")
        guard !isFile || name.hasSuffix(".md") && name != "index.md" else { return nil }
        self.year = String(year)
        id = Self.id(of: name)
    }

    /// Whether a path or address names the team: its id, and its year where it names any.
    package func isNamed(in text: String) -> Bool {
        let parts = text.split(separator: "/")
        return parts.contains { Self.id(of: $0) == id } && Self.years(in: text).allSatisfy { $0 == year }
    }

    /// The years that folders of a path are called by.
    package static func years(in text: String) -> [String] {
        text.split(separator: "/").filter(isYear).map { String($0) }
    }

    private static func isYear(_ part: Substring) -> Bool {
        part.utf8.count == 4 && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func id(of name: Substring) -> String { name.prefix { $0 != "." && $0 != "#" }.lowercased() }
}
