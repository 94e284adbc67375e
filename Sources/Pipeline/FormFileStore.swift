import Content
import Diagnostics
import Forms
import Rules
import SiteModel
import Synchronization

/// The files that are made of forms, each once: pages tell their sizes and digests before they are written.
package final class FormFileStore: Sendable {
    private struct Key: Hashable {
        let definition: FormDefinition
        let format: FormFormat
    }

    private struct Made: Sendable {
        let bytes: [UInt8]
        let digest: String
    }

    /// A preview keeps a few versions of what is being written.
    private static let capacity = 32

    private let scratch: String?
    private let files = Mutex<[Key: Result<Made, FormMakingError>]>([:])

    /// - Parameter scratch: a folder for files that libraries need while they work; the system's for `nil`.
    package init(scratch: String? = nil) { self.scratch = scratch }

    /// - Throws: `FormMakingError`.
    package func bytes(of file: MadeFormFile) throws -> [UInt8] { try made(file).get().bytes }

    /// The size and SHA-256 of a file; `nil` when it cannot be made.
    package func facts(about file: MadeFormFile) -> (byteCount: Int, digest: String)? {
        guard case .success(let made) = made(file) else { return nil }
        return (made.bytes.count, made.digest)
    }

    private func made(_ file: MadeFormFile) -> Result<Made, FormMakingError> {
        let key = Key(definition: file.definition, format: file.format)
        // Under the lock, so that two threads do not make the same file.
        return files.withLock { files in
            if let made = files[key] { return made }
            if files.count >= Self.capacity { files.removeAll() }
            let made = make(file)
            files[key] = made
            return made
        }
    }

    private func make(_ file: MadeFormFile) -> Result<Made, FormMakingError> {
        do {
            let bytes = try FormMaker.bytes(of: file.definition, as: file.format, scratch: scratch)
            return .success(Made(bytes: bytes, digest: SiteSource.digest(of: bytes)))
        } catch let error as FormMakingError {
            return .failure(error)
        } catch {
            return .failure(.failed("\(error)"))
        }
    }
}

/// Findings about forms whose files cannot be made.
enum FormFileFindings {
    /// - Parameter error: why the file could not be made.
    static func finding(about file: MadeFormFile, of form: DocumentEntry, _ error: any Error) -> Diagnostic {
        let place = form.definition?.range
        switch error as? FormMakingError {
        case .charactersMissing(let characters):
            return Diagnostic(
                .formGlyph, at: place.map { self.place(of: characters, from: $0) },
                message: LocalizedText(
                    zh: "打印用的字体没有：\(list(characters))。", en: "The font of the print lacks \(list(characters))."),
                help: LocalizedText(zh: "请改用通用字，或删去误入的符号。", en: "Use another character, or delete a stray sign."))
        case .fontsMissing:
            return Diagnostic(
                .formGlyph, at: place,
                message: LocalizedText(
                    zh: "本机没有安装 Noto Serif CJK SC 和 Noto Sans CJK SC，做不出“\(file.path.name)”。",
                    en: "Noto Serif CJK SC and Noto Sans CJK SC are not installed: “\(file.path.name)” cannot be made."),
                help: LocalizedText(
                    zh: "请运行 script/bootstrap，或安装 fonts-noto-cjk；或者从“文件格式”中去掉 pdf。",
                    en: "Run script/bootstrap, install fonts-noto-cjk, or take pdf out of `formats`."))
        default:
            return Diagnostic(
                .formGlyph, at: place,
                message: LocalizedText(
                    zh: "“\(file.path.name)”做不出来：\(error)。", en: "“\(file.path.name)” cannot be made: \(error)."))
        }
    }

    /// U+E000 and the like, which have no shape that could be shown.
    private static func list(_ characters: String) -> String {
        characters.unicodeScalars.prefix(10).map { scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            return "“\(scalar)”（U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "）"
        }.joined(separator: "、")
    }

    /// Where the first of some characters stands in the definition's file.
    private static func place(of characters: String, from title: SourceRange) -> SourceRange {
        let bytes = title.file.bytes
        guard let wanted = characters.unicodeScalars.first.map({ Array(String($0).utf8) }), wanted.count <= bytes.count,
            let offset = (0...bytes.count - wanted.count).first(where: { bytes[$0...].starts(with: wanted) })
        else { return title }
        return title.file.range(offset..<offset + wanted.count)
    }
}
