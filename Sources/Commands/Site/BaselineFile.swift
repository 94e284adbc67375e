import Diagnostics
import FileSystem
import Foundation
import Rules

/// The file of `check --baseline`.
package struct BaselineFile: Sendable {
    /// The file, as a person named it.
    package let path: String
    /// Whether the file is to be written with what is found now.
    package let isUpdated: Bool

    /// - Parameters:
    ///   - path: the file, as a person named it.
    ///   - isUpdated: whether it is to be written with what is found now.
    package init(path: String, isUpdated: Bool) {
        self.path = path
        self.isUpdated = isUpdated
    }

    /// The findings that are not in the file.
    ///
    /// - Parameter isChecked: whether the rule of a name was looked at.
    func apply(
        to report: DiagnosticReport, in context: CommandContext, words: MessageLanguage, isChecked: (String) -> Bool
    ) throws -> Baseline.Comparison {
        if isUpdated {
            let url = URL(fileURLWithPath: context.path(path))
            do {
                try SiteFolder(url.deletingLastPathComponent().path)
                    .overwrite(url.lastPathComponent, Array(Baseline.text(of: report).utf8))
            } catch let error as WritingError {
                throw context.failure(error.message, code: 73, words: words)
            }
        }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(context.path(path), limit: .max)
        } catch InputFile.Problem.absent {
            throw CommandFailure.usage(
                "There is no baseline “\(path)”; make it with --update-baseline. 没有这个基线文件，请加 --update-baseline 生成。")
        } catch {
            let message = error.message(path)
            throw CommandFailure.usage("\(message.en) \(message.zh)")
        }
        return Baseline(String(decoding: bytes, as: UTF8.self)).comparison(with: report, isChecked: isChecked)
    }
}
