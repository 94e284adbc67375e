import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// A file of the site beside its texts: published as it is, but for pictures, of which only what is made of them is.
package struct AttachmentFile: Sendable {
    package let path: SitePath
    /// In bytes.
    package let size: Int
    /// In pixels as shown; `nil` for files that are no images.
    package let imageSize: (width: Int, height: Int)?
    /// What is made of a picture; `nil` for files that are published as they are.
    package var picture: PicturePlan?
    /// Whether it is a drawing, which is written anew with what may stand in one (`DrawingContents`).
    package var isDrawing = false

    /// The bytes that are published of a file that is offered itself.
    ///
    /// - Parameter original: the file's bytes.
    /// - Throws: `DocumentProblem` for a drawing that was replaced by something else since it was read.
    package func published(_ original: [UInt8]) throws -> [UInt8] {
        isDrawing ? try DrawingContents(original).published : original
    }
}
