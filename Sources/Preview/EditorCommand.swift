import Diagnostics
import Foundation

/// The program that opens a file at a line, as the variable `SHOWCASE_EDITOR` names it: `code -g`, or
/// `subl {file}:{line}`.
///
/// It is split into words and started without a shell, so that no name of a file can be taken for a command.
package struct EditorCommand: Sendable, Hashable {
    /// Why a text names no command.
    package enum Problem: Error, Sendable, Hashable {
        /// A quotation mark has no second one.
        case openQuotation
        /// The program is neither in `PATH` nor at the path that is given.
        case unknownProgram(String)

        /// The sentence for the person at the terminal.
        package var message: LocalizedText {
            switch self {
            case .openQuotation:
                LocalizedText(
                    zh: "SHOWCASE_EDITOR 的引号不成对。", en: "SHOWCASE_EDITOR has a quotation mark without its second one.")
            case .unknownProgram(let name):
                LocalizedText(
                    zh: "SHOWCASE_EDITOR 指定的程序“\(name)”找不到。请检查拼写，或写出程序的完整路径。",
                    en: "The program “\(name)” of SHOWCASE_EDITOR is not found. Check its name, or give its full path.")
            }
        }
    }

    /// The variable of the environment.
    package static let variable = "SHOWCASE_EDITOR"

    private let program: String
    private let words: [String]

    /// Finds the program.
    ///
    /// - Parameters:
    ///   - text: the value of the variable; without a word there is no editor.
    ///   - path: the folders in which programs are looked for, separated by colons.
    /// - Returns: `nil` when no editor is named.
    package init?(_ text: String, path: String) throws(Problem) {
        let words = try Self.words(of: text)
        guard let name = words.first else { return nil }
        let candidates =
            name.contains("/") ? [name] : path.split(separator: ":").map { "\($0)/\(name)" }
        guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw .unknownProgram(name)
        }
        self.program = program
        self.words = Array(words.dropFirst())
    }

    /// The words of a command, which spaces separate; quotation marks of either kind hold one together.
    static func words(of text: String) throws(Problem) -> [String] {
        var words: [String] = []
        var word: String?
        var quotation: Character?
        for character in text {
            switch character {
            case quotation: quotation = nil
            case _ where quotation != nil: word?.append(character)
            case "\"", "'":
                quotation = character
                word = word ?? ""
            case " ", "\t":
                if let finished = word { words.append(finished) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        guard quotation == nil else { throw .openQuotation }
        return words + (word.map { [$0] } ?? [])
    }

    /// What the program is given: `{file}`, `{line}` and `{column}` are filled in; without `{file}`, `file:line` stands
    /// behind the words.
    ///
    /// - Parameter file: an absolute path.
    func arguments(file: String, line: Int, column: Int) -> [String] {
        let hasFile = words.contains { $0.contains("{file}") }
        let filled = words.map { word in
            // The file goes in last: its name may hold braces.
            word.replacing("{line}", with: "\(line)").replacing("{column}", with: "\(column)")
                .replacing("{file}", with: file)
        }
        return hasFile ? filled : filled + ["\(file):\(line)"]
    }

    /// Opens a file at a line.
    ///
    /// - Parameter file: an absolute path.
    /// - Throws: when the program cannot be started.
    func open(file: String, line: Int, column: Int) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments(file: file, line: line, column: column)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }
}
