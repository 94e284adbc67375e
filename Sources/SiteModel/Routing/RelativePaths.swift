import Diagnostics
import Values

/// Paths of the site's files, as editors write them relative to another file.
package struct RelativePaths {
    private let paths: Set<String>

    /// - Parameter paths: relative to the site's root.
    package init(_ paths: some Sequence<String>) { self.paths = Set(paths) }

    package func contains(_ path: SitePath) -> Bool { paths.contains(path.text) }

    /// A relative path like `wanted` that exists: nearly the same path, else the same file name elsewhere.
    package func suggestion(for wanted: String, from path: SitePath) -> String? {
        let name = wanted.split(separator: "/").last ?? wanted[...]
        let stated = path.resolving(wanted).flatMap { TeamPlace($0.text) }
        let near = paths.filter { candidate in
            guard Self.mayBeMeant(candidate[...], by: wanted[...]) else { return false }
            guard let team = TeamPlace(candidate) else { return true }
            return stated.map { $0 == team } ?? team.isNamed(in: wanted)
        }
        // Without its year, an id is one of several teams.
        let years = Set(near.compactMap { TeamPlace($0)?.year })
        let isUnclear = stated == nil && TeamPlace.years(in: wanted).isEmpty && years.count > 1
        let relatives = near.filter { !isUnclear || TeamPlace($0) == nil }.map { Self.relative($0, from: path) }
            .sorted()
        return NearestName.suggestion(for: wanted, among: relatives.filter { Self.hasSameSigns($0, wanted) })
            ?? relatives.first { $0.split(separator: "/").last == name }
    }

    /// Whether the names of two pages are nearly the same; long paths are alike by their folders. Of names with numbers
    /// only one character may differ: `call-2019` is as like `call-2020` as that of any other year.
    private static func mayBeMeant(_ candidate: Substring, by wanted: Substring) -> Bool {
        let (stem, other) = (stem(wanted), stem(candidate))
        if stem.contains(where: \.isNumber), stem.contains("-") { return NearestName.isOneSlip(stem, from: other) }
        return NearestName.suggestion(for: stem, among: [other]) != nil
    }

    /// Whether two paths have the same signs but for those that divide words: `a#b.txt` is another file than `a b.txt`.
    private static func hasSameSigns(_ one: String, _ other: String) -> Bool {
        func signs(_ path: String) -> [UInt8] {
            path.utf8.filter { $0 > 0x20 && $0 < 0x7F && "#%&@!~=$;,'()[]{}^".utf8.contains($0) }
        }
        return signs(one) == signs(other)
    }

    /// The name that a page has in its path: its file's, or its folder's for `index.md`.
    private static func stem(_ path: Substring) -> String {
        let name = path.split(separator: "/").last { $0 != "index.md" } ?? ""
        return name.prefix { $0 != "." }.lowercased()
    }

    /// How `target` is written from a file at `path`.
    private static func relative(_ target: String, from path: SitePath) -> String {
        let base = path.folder.split(separator: "/")
        let parts = target.split(separator: "/")
        let common = zip(base, parts.dropLast()).prefix { $0 == $1 }.count
        return ([String](repeating: "..", count: base.count - common) + parts[common...].map(String.init))
            .joined(separator: "/")
    }
}
