#pragma once

// Pictures of pages become words: turned upright, straightened, cleaned, recognised.

#include <string>
#include <vector>

#include "intake/gray_image.h"
#include "intake/intake.h"
#include "intake/words.h"

namespace hoiquan::intake {

struct RecognisedPage {
    std::string problem;  ///< A key of the locales; empty means all went well.
    WordPage page;
    PageTurn turn;
    std::string stamps;  ///< What stands at the head of the page in any direction or frame.
};
/// `with_stamps`: look at the head of the page a second time, for marks that stand outside of the
/// lines.
RecognisedPage recognise_page(std::string_view pgm, bool with_stamps);

}  // namespace hoiquan::intake
