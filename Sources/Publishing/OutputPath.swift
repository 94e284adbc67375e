/// A path below the output folder that is safe to write on every system the site may be copied to.
package struct OutputPath: Sendable, Hashable {
    /// Relative, `/` between components.
    package let text: String

    /// - Throws: `PublishingError.badPath` for an empty path or component, `.` and `..`, backslashes, control
    ///   characters, components over 200 bytes or ending in a dot or space, and names that Windows keeps for devices.
    package init(_ text: String) throws {
        let components = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !components.isEmpty, components.allSatisfy(Self.isSafe) else { throw PublishingError.badPath(text) }
        self.text = text
    }

    /// The file at a site-absolute path or route output: a leading slash is dropped.
    package init(url: String) throws {
        try self.init(url.hasPrefix("/") ? String(url.dropFirst()) : url)
    }

    /// The folder's path; `nil` for a file at the top.
    var folder: String? { text.lastIndex(of: "/").map { String(text[..<$0]) } }

    private static func isSafe(_ component: Substring) -> Bool {
        let bytes = component.utf8
        guard (1...200).contains(bytes.count), component != ".", component != ".." else { return false }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return false }
        guard bytes.last != UInt8(ascii: "."), bytes.last != UInt8(ascii: " ") else { return false }
        let stem = component.prefix { $0 != "." }.uppercased()
        return !reservedNames.contains(stem)
    }

    /// File names that Windows keeps for devices, with any ending.
    private static let reservedNames: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}
