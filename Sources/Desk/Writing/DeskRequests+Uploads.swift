import Addresses
import Content
import Diagnostics
import FileSystem
import Pictures
import Pipeline
import Preview
import PreviewServer
import Scaffolding
import Text
import Values

extension DeskRequests {
    /// A file that was sent goes beside a text, if a check of the site with it finds no error in it.
    ///
    /// - Parameters:
    ///   - parameters: `path`, the folder below `content/` or `static/`; `name`, what the file is called on the person's computer.
    func uploaded(_ upload: any UploadedFile, _ parameters: [String: String], _ site: DeskSite) throws -> JSONValue {
        guard let file = upload as? UploadFile, let folder = parameters["path"], let name = parameters["name"] else {
            throw DeskRefusal.malformed
        }
        let bytes = try file.bytes()
        let written = try place(for: name, in: folder, bytes)
        let path = written.path.text
        var dropped: [String] = []
        if !written.isThere {
            let trial = try session.tried([path: .written(bytes)])
            let entries = trial.report.entries.filter { $0.diagnostic.path == path }
            // That nothing leads to the file is so as long as the text that will is not saved.
            let faults = entries.filter { $0.diagnostic.severity == .error }
            guard faults.isEmpty else {
                let sentences = faults.prefix(3).map { $0.diagnostic.message[site.words] }
                throw DeskRefusal(.invalid, LocalizedText(same: sentences.joined(separator: " ")))
            }
            if let header = PictureHeader(bytes), let place = SitePath(path) {
                let plan = PicturePlan(header: header, original: bytes)
                let pictures = PictureStore(.memory()) { _, _ in bytes }
                do throws(PictureProblem) {
                    try pictures.verify(plan, at: path)
                } catch {
                    throw DeskRefusal(.invalid, PictureFinding.finding(about: error, at: place).message)
                }
            }
            dropped = PhotoRemarks.sentences(of: bytes).map { $0[site.words] }
            let sentence = LocalizedText(zh: "添加文件“\(written.name)”", en: "Added the file “\(written.name)”")
            _ = try writer.write(sentence) { _ in [Replacement(path, bytes, over: .absent)] }
            session.refresh()
        }
        return .object([
            .init("name", .string(written.name)), .init("bytes", .integer(bytes.count)),
            .init("dropped", .array(dropped.map(JSONValue.string))),
            .init("digest", .string(DeskText.digest(of: bytes))),
        ])
    }

    /// Where a file goes: under its own name, in pinyin where that can stand in no address, with a number where another file is
    /// called so already.
    private func place(for name: String, in folder: String, _ bytes: [UInt8]) throws -> (
        path: DeskPath, name: String, isThere: Bool
    ) {
        let last = name.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
        let dot = last.lastIndex(of: ".") ?? last.endIndex
        let ending = last[dot...].lowercased()
        guard ending.count > 1, ending.dropFirst().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            let stem = AddressName.slug(of: String(last[..<dot])) ?? AddressName.slug(of: "file")
        else {
            throw DeskRefusal(
                .invalid, zh: "文件名要有扩展名，如 photo.jpg。", en: "The file's name has an ending, such as photo.jpg.")
        }
        for number in 1...999 {
            let name = (number == 1 ? stem : "\(stem)-\(number)") + ending
            guard let path = DeskPath(folder + "/" + name), PublishableName.objection(to: name) == nil else { break }
            if workspace.look(path.text) == nil, !workspace.isFolder(path.text) { return (path, name, false) }
            if path.read(from: workspace, limit: bytes.count + 1) == bytes { return (path, name, true) }
        }
        throw DeskRefusal(.invalid, zh: "文件“\(name)”不能放在这里。", en: "The file “\(name)” cannot go there.")
    }
}
