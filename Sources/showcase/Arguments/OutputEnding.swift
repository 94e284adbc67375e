import ArgumentParser
import Foundation

/// The ending of a file that is to be written, which tells programs what is in it.
enum OutputEnding {
    /// The ending in small letters; `nil` for a path without one.
    ///
    /// - Throws: `ValidationError` for an ending that is not among the possible ones.
    static func checked(_ path: String?, among possible: [String]) throws -> String? {
        let ending = path.map { URL(fileURLWithPath: $0).pathExtension.lowercased() } ?? ""
        guard !ending.isEmpty else { return nil }
        guard possible.contains(ending) else {
            let endings = possible.map { "." + $0 }
            throw ValidationError(
                """
                The file cannot end in .\(ending); possible: \(endings.joined(separator: ", ")). \
                文件名不能以 .\(ending) 结尾，可以是 \(endings.joined(separator: "、"))。
                """)
        }
        return ending
    }
}
