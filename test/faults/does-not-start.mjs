// A reader without its model.
throw new Error('the model of the divisions is not there');
