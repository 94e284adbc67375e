import Diagnostics
import Glibc

/// The programs that read PDF files: poppler's `pdftotext` and `pdfinfo`, and `qpdf`, which tells the objects of a file.
/// They are under licences of their own (docs/licences.md) and run in processes of their own.
struct PDFTools: Sendable {
    private static let names = ["qpdf", "pdfinfo", "pdftotext"]

    private let programs: [String: LimitedProgram]

    /// - Parameter folders: where programs are, as `PATH` has them.
    init(in folders: String) {
        programs = Dictionary(
            Self.names.compactMap { name in LimitedProgram(named: name, in: folders).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Those of this machine.
    static let installed = PDFTools(in: getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")

    /// The programs that are not there.
    var missing: [String] { Self.names.filter { programs[$0] == nil } }

    static let damaged = DocumentProblem.damaged(LocalizedText(zh: "PDF 结构不完整", en: "its PDF structure is broken"))

    // MARK: What they tell

    /// The text of each page.
    ///
    /// - Parameter isLaidOut: whether what stands side by side on a page does so in its text, and not what belongs together.
    /// - Throws: `DocumentProblem`.
    func pages(of file: borrowing MemoryFile, isLaidOut: Bool = false) throws -> [String] {
        let arguments = ["-q", "-enc", "UTF-8"] + (isLaidOut ? ["-layout"] : []) + [LimitedProgram.inputPath, "-"]
        guard let output = try run("pdftotext", arguments, file) else { return [] }
        // A form feed ends each page.
        var pages = output.split(separator: 0x0C, omittingEmptySubsequences: false)
        if pages.last?.isEmpty ?? false { pages.removeLast() }
        return pages.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The document's metadata, as the XML that they are (XMP, ISO 16684-1); `nil` where the program is missing.
    ///
    /// - Throws: `DocumentProblem`.
    func metadata(of file: borrowing MemoryFile) throws -> String? {
        try run("pdfinfo", ["-enc", "UTF-8", "-meta", LimitedProgram.inputPath], file)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// What the objects of the file tell; `nil` where the program is missing.
    ///
    /// - Throws: `DocumentProblem`.
    func structure(of file: borrowing MemoryFile) throws -> PDFStructure? {
        let arguments = ["--json=2", "--json-key=pages", "--json-key=qpdf", LimitedProgram.inputPath]
        guard let output = try run("qpdf", arguments, file) else { return nil }
        guard let structure = PDFStructure(json: output) else { throw Self.damaged }
        return structure
    }

    // MARK: Running

    /// The output of a program; `nil` where it is missing.
    ///
    /// - Throws: `DocumentProblem`.
    private func run(_ name: String, _ arguments: [String], _ file: borrowing MemoryFile) throws -> [UInt8]? {
        guard let program = programs[name] else { return nil }
        switch program.run(arguments, input: file) {
        case .ended(0, let output): return output
        // Of a file that it had to mend.
        case .ended(3, let output) where name == "qpdf": return output
        case .ended: throw needsPassword(file) ? DocumentProblem.encrypted : Self.damaged
        case .notStarted: throw DocumentProblem.opaque
        case .stopped:
            throw DocumentProblem.excessive(
                LocalizedText(zh: "读取时间过长、内容过多或出错", en: "reading it took too long, gave too much or failed"))
        }
    }

    /// Whether the file opens with a password only.
    private func needsPassword(_ file: borrowing MemoryFile) -> Bool {
        guard let program = programs["qpdf"] else { return false }
        guard case .ended(0, _) = program.run(["--requires-password", LimitedProgram.inputPath], input: file) else {
            return false
        }
        return true
    }
}
