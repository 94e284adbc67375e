import Diagnostics
import Glibc

/// Why a file was not written.
package enum WritingError: Error, Sendable, Equatable {
    /// Something stands there, and nothing is overwritten.
    case exists(String)
    /// The path would lead out of the folder.
    case outside(String)
    /// A folder of the path is none, or a symbolic link.
    case notAFolder(String)
    /// A link, a folder or a device stands in the place of the file.
    case notAFile(String)
    /// What the system said, as `errno`.
    case system(String, Int32)

    package var message: LocalizedText {
        switch self {
        case .exists(let path):
            LocalizedText(zh: "\(path) 已经存在，没有改动。", en: "\(path) is there already; it was not touched.")
        case .outside(let path):
            LocalizedText(zh: "“\(path)”不在文件夹之内。", en: "“\(path)” is not inside the folder.")
        case .notAFolder(let path):
            LocalizedText(
                zh: "\(path) 的上级不是文件夹，或是一个链接。", en: "A folder above \(path) is none, or is a link.")
        case .notAFile(let path):
            LocalizedText(zh: "\(path) 不是普通文件。", en: "\(path) is no ordinary file.")
        case .system(let path, let reason):
            LocalizedText(
                zh: "\(path)：无法写入（\(String(cString: strerror(reason)))）。",
                en: "\(path): cannot be written (\(String(cString: strerror(reason)))).")
        }
    }
}
